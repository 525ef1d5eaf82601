create table history_retention (
    only_row      boolean     primary key default true check (only_row),
    clock         timestamptz not null,
    doubts        int         not null,
    readings_from timestamptz not null,
    minutes_from  timestamptz not null,
    hours_from    timestamptz not null
);
comment on table history_retention is 'Up to where the history was purged (到期清除), and the time by which it was';
comment on column history_retention.doubts is 'How often in a row our clock was not believed';

create table ledger_purged (
    machine  text   not null,
    day      date   not null,
    readings bigint not null,
    primary key (machine, day)
);
comment on table ledger_purged is 'How many readings the history held of a day when it was purged';
