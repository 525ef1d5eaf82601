-- Each part of a short message that a provider took has an id of the provider's; its receipt may come before we know whose it is.
create table sms_part (
    provider    text        not null,
    id          text        not null,
    notice      uuid,
    number      text        not null,
    outcome     text,
    rank        integer     not null,
    at          timestamptz not null,
    primary key (provider, id)
);
comment on table sms_part is 'What providers took, by their ids, and their receipts (短信回执)';
comment on column sms_part.notice is 'Null while a receipt is here whose submission was not answered yet';
comment on column sms_part.rank is 'Of the outcome; one of a lower rank changes nothing';
create index sms_part_notice on sms_part (notice);
create index sms_part_stray on sms_part (provider, number, at) where notice is null;

create table sms_in (
    number      bigint      generated always as identity primary key,
    provider    text        not null,
    sender      text        not null,
    text        text        not null,
    at          timestamptz not null
);
comment on table sms_in is 'Short messages that came in (上行短信)';
create index sms_in_sender on sms_in (sender, at);

create table sms_stop (
    recipient   text        primary key,
    at          timestamptz not null
);
comment on table sms_stop is 'Numbers that asked for no more messages (退订)';

-- The states of a notice say more than they did. The journal stays as it is: an event that names no provider means the local outbox.
create function notice_due(details json, field text, pause interval) returns timestamptz language sql as $$
    select cast(regexp_replace(details ->> field, '(\.\d{6})\d+Z$', '\1Z') as timestamptz) + pause
$$;
update notice set details = cast(regexp_replace(cast(details as text), '}$', ',"declinedBy":[]}') as json)
    where state = 'Queued';
update notice set details =
        cast(regexp_replace(cast(details as text), '}$', ',"provider":"local","declinedBy":[]}') as json)
    where state = 'Submitting';
update notice set details = cast(regexp_replace(cast(details as text), '}$', ',"provider":"local","asked":0}') as json),
        due_at = notice_due(details, 'at', interval '5 seconds')
    where state = 'Unknown';
update notice set state = 'Accepted',
        details = cast(regexp_replace(replace(cast(details as text), '"Submitted"', '"Accepted"'), '}$',
            ',"provider":"local","asked":0}') as json),
        due_at = notice_due(details, 'at', interval '10 minutes')
    where state = 'Submitted';
drop function notice_due;
