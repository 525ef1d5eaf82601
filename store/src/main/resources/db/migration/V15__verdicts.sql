create table verdict (
    ticket       bigint      primary key references ticket deferrable initially deferred,
    equipment    text        not null,
    model        text        not null,
    failure_mode text        not null,
    at           timestamptz not null,
    verdict      json        not null
);
comment on table verdict is 'What tickets that were foreseen turned out to be (判定); the last word on each, the journal has all';
create index verdict_equipment on verdict (equipment, at);
create index verdict_model on verdict (model, at);

create table part_fitting (
    equipment text             not null,
    part      text             not null,
    at        timestamptz      not null,
    used      double precision not null,
    primary key (equipment, part)
);
comment on table part_fitting is 'When each wear part was fitted (更换记录), and how much of its life it had behind it then';
create index part_fitting_at on part_fitting (at);
