-- The state, in the words that H2 and PostgreSQL share.

create table app_user (
    id uuid primary key,
    name varchar(64) not null unique,
    role varchar(16) not null,
    password_hash varchar(200) not null,
    must_change boolean not null,
    disabled boolean not null,
    created_at timestamp with time zone not null,
    password_at timestamp with time zone not null
);

create table api_token (
    id uuid primary key,
    owner_id uuid not null references app_user (id),
    name varchar(100) not null,
    token_hash char(64) not null unique,
    scopes varchar(200) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone
);

create table secret (
    name varchar(200) primary key,
    sealed bytea not null,
    changed_at timestamp with time zone not null
);

create table event (
    id bigint generated always as identity primary key,
    occurred_at timestamp with time zone not null,
    recorded_at timestamp with time zone not null,
    kind varchar(32) not null,
    service varchar(200),
    title varchar(500) not null,
    detail varchar(65536) not null,
    author varchar(200) not null,
    idempotency_key varchar(200),
    content_hash char(64),
    unique (author, idempotency_key)
);

create index event_by_time on event (occurred_at, id);
create index event_by_kind on event (kind, occurred_at, id);

create table alert (
    id uuid primary key,
    fingerprint varchar(200) not null,
    service varchar(200),
    subject varchar(300) not null,
    title varchar(500) not null,
    description varchar(20000) not null,
    severity varchar(16) not null,
    fired_at timestamp with time zone not null,
    resolved_at timestamp with time zone,
    diagnosis varchar(262144)
);

create index alert_by_time on alert (fired_at, id);
create index alert_by_fingerprint on alert (fingerprint, resolved_at);
