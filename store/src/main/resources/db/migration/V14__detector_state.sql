create table detector_state (
    equipment text        primary key,
    position  bigint      not null,
    newest    timestamptz not null,
    state     bytea       not null
);
comment on table detector_state is 'What the detectors of each machine know (探测器快照); can be lost without harm, they learn again';
comment on column detector_state.position is 'Readings with a smaller number had been shown to it';
-- It changes all the time, and of what was there before nobody wants to know.
alter table detector_state set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

create table detector_outlook (
    equipment text primary key,
    outlook   json not null
);
comment on table detector_outlook is 'How things stand with each machine (健康展望), for those who look';
