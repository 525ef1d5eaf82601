create table claim (
    who     text        not null,
    key     text        not null,
    digest  text        not null,
    at      timestamptz not null,
    status  integer,
    body    text        not null default '',
    primary key (who, key)
);
comment on table claim is 'Idempotency keys of requests, with the answers; kept for a day';
comment on column claim.status is 'Null while the request is worked on';
create index claim_at on claim (at);
