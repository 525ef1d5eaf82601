create table intake_follower (
    name     text   primary key,
    position bigint not null
);
comment on table intake_follower is 'Up to where each follower has acted on the intake log';

create table ledger_count (
    machine     text   not null,
    day         date   not null,
    received    bigint not null,
    stored      bigint not null,
    quarantined bigint not null,
    duplicate   bigint not null,
    primary key (machine, day)
);
comment on table ledger_count is 'The books of what came in (守恒账): received = stored + quarantined + duplicate';
comment on column ledger_count.machine is 'Empty for messages of which nobody can say whose they are';
comment on column ledger_count.day is 'UTC day of the event time; of arrival for what has none';

create table ledger_standing (
    machine      text        primary key,
    newest       timestamptz not null,
    top          bigint      not null,
    gaps         bigint[]    not null,
    recovered    bigint      not null,
    lost         bigint      not null,
    restarts     bigint      not null,
    clock_offset bigint
);
comment on table ledger_standing is 'How far the readings of each machine are, and which of its own numbers never came';
comment on column ledger_standing.top is 'Highest number of the present count; -1 without';
comment on column ledger_standing.gaps is 'Numbers that have not come: first, last, first, last …';
comment on column ledger_standing.clock_offset is 'Microseconds that the machine''s messages arrive after its own time, at best';

alter table quarantine add machine text;
alter table quarantine add day date;
comment on column quarantine.machine is 'The account in which it counts; null for none';
create index quarantine_account on quarantine (machine, day) where machine is not null;
