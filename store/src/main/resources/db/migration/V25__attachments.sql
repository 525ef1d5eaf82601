create table attachment (
    sha256   text        primary key,
    type     text        not null,
    size     bigint      not null,
    content  bytea       not null,
    kept_at  timestamptz not null default now()
);
comment on table attachment is 'Photos and files of tickets (附件), each content once; the journal says which ticket has which';
alter table attachment alter column content set storage external;
