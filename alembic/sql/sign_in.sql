-- Lock-out as rows that all services share, one-time codes, and passwords that expire.

SET ROLE claims_sec;

CREATE TABLE auth.attempt (
    subject text NOT NULL,
    failures integer NOT NULL,
    until timestamptz NOT NULL,
    CONSTRAINT pk_attempt PRIMARY KEY (subject)
);

CREATE TABLE auth.otp (
    user_id integer NOT NULL,
    secret text,
    pending text,
    last_counter bigint DEFAULT 0 NOT NULL,
    CONSTRAINT pk_otp PRIMARY KEY (user_id),
    CONSTRAINT fk_otp_user_id FOREIGN KEY(user_id) REFERENCES auth_user (id)
);

ALTER TABLE auth.password ADD temporary_until timestamptz;
ALTER TABLE auth.refresh_token ADD otp_at timestamptz;

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.attempt, auth.otp TO claims_tokens;
GRANT DELETE ON auth.signing_key TO claims_tokens;

RESET ROLE;
