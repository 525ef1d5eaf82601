create table disposition (
    id          uuid        primary key references quarantine,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table disposition is 'What is done with messages in quarantine (隔离处置); none for those that nobody has touched';
create index disposition_ordered on disposition (changed_at, id) where state = 'Ordered';

alter table quarantine add replay_of uuid;
comment on column quarantine.replay_of is 'The message of whose replay it came; null when it came off the wire';
create index quarantine_replay_of on quarantine (replay_of) where replay_of is not null;
drop index quarantine_received;
create index quarantine_place on quarantine (received, id);

alter table ledger_count add late bigint not null default 0;
comment on column ledger_count.late is 'Of those stored, how many came after a newer one of the machine';
