create table recording_look (
    number      bigint      generated always as identity primary key,
    file        text        not null,
    who         text        not null,
    download    boolean     not null,
    range       text        not null,
    at          timestamptz not null
);
comment on table recording_look is 'Who was given the sound of which recording (录音调阅记录); append-only';
create index recording_look_file on recording_look (file, number);
create trigger append_only before update or delete or truncate on recording_look
    for each statement execute function refuse_change();

create table recording_deleted (
    file        text        primary key,
    sha256      text        not null,
    marked_at   timestamptz not null,
    removed_at  timestamptz
);
comment on table recording_deleted is 'Recordings whose time is over (录音到期删除): marked first, then removed';
create index recording_doomed on recording_deleted (file) where removed_at is null;

create index evidence_recorded on evidence (at) where entry ->> 'is' = 'Recorded';
