-- The key on staff is the guard: nobody is rung for two callbacks at once, whatever the product believes.
create table engagement (
    staff    text primary key,
    callback uuid not null references callback deferrable initially deferred,
    attempt  uuid not null unique
);
comment on table engagement is 'Who is on the line for which callback (占线登记)';
create index engagement_callback on engagement (callback);

create table dial (
    number text        not null,
    at     timestamptz not null
);
comment on table dial is 'Numbers that were dialled in the last day (外呼登记), to bound how often';
create index dial_number on dial (number, at);
create index dial_at on dial (at);
