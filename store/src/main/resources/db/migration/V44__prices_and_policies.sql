-- What parts cost us, and to which line of coverage they belong.
alter table part add column component text not null default '';
alter table part add column cost_cents bigint check (cost_cents >= 0);
comment on column part.component is 'As the lines of coverage name it; empty for what no line names';
comment on column part.cost_cents is 'What one costs us (成本价), in hundredths of the currency; null while nobody entered it';

-- What is not accepted yet, or nobody knows when it was, has no date.
alter table equipment alter column accepted_on drop not null;
alter table equipment alter column handed_over_on drop not null;

-- By which policy the product promised from when on: what was promised is recomputed by the policy of that moment.
create table policy_in_force (
    number  bigint      generated always as identity primary key,
    version text        not null references policy,
    since   timestamptz not null
);
comment on table policy_in_force is 'Which policy was in force from when on (政策生效记录)';
insert into policy_in_force (version, since) select version, first_at from policy order by entered;
create trigger append_only before update or delete or truncate on policy
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on policy_in_force
    for each statement execute function refuse_change();
