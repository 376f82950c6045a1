-- The same rows as before, in words that the planner believes to be few. Who leads a desk is known
-- only while a query runs; for an equality it expects a seventh of all claims where there are seven
-- regions, for a range hardly any, and few people lead. So it looks at what one sees by index, and no
-- longer reads all open claims from end to end.

SET ROLE claims_owner;

ALTER POLICY supervisor_sees_desk ON claims_claim
    USING (status <> 'draft'
           AND region BETWEEN (SELECT app.led_region()) AND (SELECT app.led_region())
           AND claim_type = ANY ((SELECT app.my_lines())::text[]));

RESET ROLE;
