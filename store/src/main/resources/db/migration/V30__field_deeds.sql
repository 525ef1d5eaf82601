create table field_deed (
    key         uuid        primary key,
    ticket      bigint      not null,
    outcome     text        not null,
    at          timestamptz not null
);
comment on table field_deed is 'What was done on the page of a ticket (现场操作), by the key that the telephone made';
comment on column field_deed.outcome is 'Empty when it was done, else why not';
create index field_deed_ticket on field_deed (ticket);
