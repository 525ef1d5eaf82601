-- Who may use the product, and what they did.
create table account (
    name        text        primary key,
    role        text        not null,
    customer    text        references customer,
    password    text        not null,
    disabled    boolean     not null,
    stamp       bigint      not null,
    failures    integer     not null,
    failed_at   timestamptz not null,
    created     timestamptz not null
);
comment on table account is 'Accounts of people (用户账户)';
comment on column account.customer is 'Whose machines alone it sees; null for all';
comment on column account.password is 'Argon2id with salt and parameters; empty when an OpenID provider vouches for it';

create table api_key (
    id          text        primary key,
    name        text        not null,
    role        text        not null,
    customer    text        references customer,
    scopes      text[]      not null,
    digest      text        not null,
    made_by     text        not null,
    created     timestamptz not null,
    expires     timestamptz not null,
    revoked     boolean     not null
);
comment on table api_key is 'Keys of programs (接口密钥)';

create table ended_session (
    digest      text        primary key,
    expires     timestamptz not null
);
comment on table ended_session is 'Sessions that were ended by hand, until they would have ended by themselves';

create table audit (
    number      bigint      generated always as identity primary key,
    at          timestamptz not null,
    who         text        not null,
    address     text        not null,
    operation   text        not null,
    object      text        not null,
    details     text        not null,
    status      integer     not null default 0
);
comment on table audit is 'Who did what (审计日志); append-only but for the answer, which is written once';
create index audit_who on audit (who, number);
create index audit_object on audit (object, number);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.status = 0 and (to_jsonb(new) - 'status') = (to_jsonb(old) - 'status') then
        return new;
    end if;
    raise exception 'audit is append-only: % refused', lower(tg_op);
end
$$;
create trigger append_only before update or delete on audit for each row execute function refuse_audit_change();
create trigger never_emptied before truncate on audit for each statement execute function refuse_change();
