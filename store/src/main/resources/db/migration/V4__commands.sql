create table command (
    id          uuid        primary key,
    equipment   text        not null,
    key         text        not null,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null,
    unique (equipment, key)
);
comment on table command is 'Commands to devices (远程指令); with the journal the record of who wanted what';
comment on column command.key is 'Of which one machine has only one command, so that asking twice is harmless';
create index command_due on command (due_at) where due_at is not null;
create index command_open on command (equipment, opened_at) where not over;
create index command_opened on command (equipment, opened_at);
