-- The packs a new database begins with. Each row needs a lawyer before it is relied upon; `reading`
-- says how sure it is. Days whose kind the source does not tell are counted as calendar days.
-- Whoever migrates writes them: the owner of the tables is held by their policies.

INSERT INTO clock_pack (name, jurisdiction, statutory, fallback, reading) VALUES
    ('House service levels', 'house', false, true, 'Set by the house'),
    ('NAIC model regulation 902', 'reference', true, true, 'From memory; the text was not opened'),
    ('Virginia 14VAC5-400', 'VA', true, false, 'Read in excerpt, 2024'),
    ('California 10 CCR 2695', 'CA', true, false, 'A survey of 2007 and a guide'),
    ('New York 11 NYCRR 216', 'NY', true, false, 'A secondary page only'),
    ('Texas Insurance Code 542', 'TX', true, false, 'A secondary page only'),
    ('Florida s. 627.70131', 'FL', true, false, 'The statute as quoted in a data set'),
    ('Utah R590-190-10', 'UT', true, false, 'Read in excerpt'),
    ('Oklahoma 36-1250.6', 'OK', true, false, 'Two sources disagree on the kind of day'),
    ('Alaska', 'AK', true, false, 'A survey of 2007'),
    ('Arizona', 'AZ', true, false, 'A survey of 2007'),
    ('Arkansas', 'AR', true, false, 'A survey of 2007'),
    ('Delaware', 'DE', true, false, 'A survey of 2007, cut off');

INSERT INTO clock_rule (pack_id, line, clock, starts, days, day_kind, repeat_days, warn_days,
                        pauses, valid_from)
SELECT p.id, t.line, t.clock, t.starts, t.days, t.day_kind, t.repeat_days, t.warn_days, t.pauses,
       '2020-01-01'
FROM (VALUES
    ('house', NULL, 'acknowledge', 'notice', 2, 'business', NULL, 1, false),
    ('house', NULL, 'decide', 'proof', 10, 'business', NULL, 2, true),
    ('house', 'travel', 'decide', 'proof', 8, 'business', NULL, 2, true),
    ('reference', NULL, 'acknowledge', 'notice', 15, 'calendar', NULL, 3, false),
    ('reference', NULL, 'reply', 'communication', 15, 'calendar', NULL, 3, false),
    ('reference', NULL, 'decide', 'proof', 21, 'calendar', NULL, 4, false),
    ('reference', NULL, 'status_letter', 'notice', 45, 'calendar', 45, 5, false),
    ('reference', NULL, 'pay', 'liability', 30, 'calendar', NULL, 5, false),
    ('VA', NULL, 'acknowledge', 'notice', 15, 'calendar', NULL, 3, false),
    ('VA', NULL, 'reply', 'communication', 15, 'calendar', NULL, 3, false),
    ('VA', NULL, 'decide', 'proof', 15, 'calendar', NULL, 3, false),
    ('VA', NULL, 'status_letter', 'notice', 45, 'calendar', 45, 5, false),
    ('VA', 'health', 'explain', 'proof', 21, 'calendar', NULL, 4, false),
    ('CA', NULL, 'acknowledge', 'notice', 15, 'calendar', NULL, 3, false),
    ('CA', NULL, 'decide', 'proof', 40, 'calendar', NULL, 5, false),
    ('CA', NULL, 'status_letter', 'notice', 30, 'calendar', 30, 5, false),
    ('NY', NULL, 'acknowledge', 'notice', 15, 'business', NULL, 3, false),
    ('TX', NULL, 'acknowledge', 'notice', 15, 'calendar', NULL, 3, false),
    ('FL', 'property', 'decide', 'notice', 60, 'calendar', NULL, 7, false),
    ('UT', NULL, 'decide', 'proof', 30, 'calendar', NULL, 5, false),
    ('UT', NULL, 'status_letter', 'notice', 45, 'calendar', 45, 5, false),
    ('UT', NULL, 'pay', 'liability', 30, 'calendar', NULL, 5, false),
    ('OK', NULL, 'acknowledge', 'notice', 30, 'calendar', NULL, 5, false),
    ('OK', NULL, 'reply', 'communication', 30, 'calendar', NULL, 5, false),
    ('AK', NULL, 'acknowledge', 'notice', 10, 'working', NULL, 2, false),
    ('AK', NULL, 'decide', 'proof', 15, 'working', NULL, 3, false),
    ('AK', NULL, 'status_letter', 'notice', 45, 'working', 45, 5, false),
    ('AZ', NULL, 'acknowledge', 'notice', 10, 'working', NULL, 2, false),
    ('AZ', NULL, 'decide', 'proof', 15, 'working', NULL, 3, false),
    ('AZ', NULL, 'status_letter', 'notice', 45, 'calendar', 45, 5, false),
    ('AR', NULL, 'acknowledge', 'notice', 15, 'working', NULL, 3, false),
    ('AR', NULL, 'decide', 'proof', 15, 'working', NULL, 3, false),
    ('AR', NULL, 'status_letter', 'notice', 45, 'calendar', 45, 5, false),
    ('DE', NULL, 'acknowledge', 'notice', 15, 'working', NULL, 3, false),
    ('DE', NULL, 'status_letter', 'notice', 30, 'calendar', 30, 5, false)
) AS t (jurisdiction, line, clock, starts, days, day_kind, repeat_days, warn_days, pauses)
JOIN clock_pack p ON p.jurisdiction = t.jurisdiction;

-- Days on which the house is closed; every jurisdiction may have its own.
INSERT INTO clock_holiday (jurisdiction, day, name)
SELECT place, make_date(year, month, day_of), name
FROM generate_series(2024, 2032) AS year,
     (VALUES (1, 1, 'New Year''s Day'), (12, 25, 'Christmas Day')) AS f (month, day_of, name),
     (VALUES ('house'), ('NY')) AS p (place)
UNION ALL
SELECT 'house', make_date(year, 12, 26), 'Boxing Day' FROM generate_series(2024, 2032) AS year;
