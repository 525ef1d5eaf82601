create table device_account (
    id          text        primary key,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table device_account is 'Who may speak for a machine (设备账户)';
comment on column device_account.id is 'The equipment id, which is also the user name and the common name of a certificate';
