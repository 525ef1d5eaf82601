alter table promise add clause text;
alter table promise add deadline timestamptz;
update promise set clause = facts -> 'clause' ->> 'id',
    deadline = (facts ->> 'made')::timestamptz + (facts -> 'clause' ->> 'within')::interval;
alter table promise alter clause set not null;
alter table promise alter deadline set not null;
comment on column promise.deadline is 'As it was promised, pauses left out';
create index promise_deadline on promise (deadline);

create table policy (
    version   text        primary key,
    digest    text        not null,
    details   json        not null,
    entered   bigint      generated always as identity,
    first_at  timestamptz not null default now()
);
comment on table policy is 'Every policy that was ever in force (政策档案)';

alter table customer add service_class text not null default '';
alter table equipment add contract json;
