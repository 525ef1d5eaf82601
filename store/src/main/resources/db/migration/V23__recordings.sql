create table recording_deleted (
    file        text        primary key,
    sha256      text        not null,
    marked_at   timestamptz not null,
    removed_at  timestamptz
);
comment on table recording_deleted is 'Recordings whose time is over (录音到期删除): marked first, then removed';
create index recording_doomed on recording_deleted (file) where removed_at is null;

create index evidence_recorded on evidence (at) where entry ->> 'is' = 'Recorded';
