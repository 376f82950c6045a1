-- The steps of the main job; app/codes.py has the same and a test compares them.

SET ROLE claims_owner;

INSERT INTO lifecycle (from_status, to_status, who, compensates) VALUES
    (NULL, 'draft', '{user,staff}', false),
    ('draft', 'submitted', '{user,staff}', false),
    ('submitted', 'triaged', '{system}', false),
    ('triaged', 'in_review', '{staff}', false),
    ('in_review', 'triaged', '{staff}', true),
    ('in_review', 'pending_info', '{staff}', false),
    ('pending_info', 'in_review', '{staff,system}', true),
    ('in_review', 'siu_review', '{staff}', false),
    ('siu_review', 'in_review', '{siu,author}', true),
    ('in_review', 'approved', '{staff}', false),
    ('approved', 'in_review', '{author}', true),
    ('in_review', 'denied', '{staff}', false),
    ('denied', 'in_review', '{author,supervisor}', true);

RESET ROLE;
