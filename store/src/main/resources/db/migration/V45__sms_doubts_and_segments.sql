-- A notice that nobody can tell of is sent again; its state says who may have it already. Queued ends with declinedBy, as before.
update notice set details = cast(regexp_replace(cast(details as text), '}$', ',"doubts":[]}') as json)
    where state in ('Queued', 'Submitting', 'Unknown', 'Accepted', 'Delivered');

-- A receipt may be faster than the answer, and write the id otherwise.
alter table sms_part add column also text[] not null default '{}';
comment on column sms_part.also is 'How an answer may have written the id, of a receipt that belongs to no notice yet';

create table sms_in_segment (
    provider    text        not null,
    sender      text        not null,
    reference   integer     not null,
    segments    integer     not null,
    segment     integer     not null,
    text        text        not null,
    heard       boolean     not null default false,
    at          timestamptz not null,
    primary key (provider, sender, reference, segments, segment)
);
comment on table sms_in_segment is 'Segments of short messages that came in (上行短信分段)';
comment on column sms_in_segment.heard is 'The message was read; what comes again completes nothing';
create index sms_in_segment_waiting on sms_in_segment (at) where not heard;
