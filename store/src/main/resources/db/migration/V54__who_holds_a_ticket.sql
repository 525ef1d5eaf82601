-- Each assignment weighs what everybody has to do: counted from the open tickets it took longer with each of them.
alter table ticket add column holder text generated always as (
    case when not over and state in ('Assigned', 'Accepted', 'OnTheWay', 'OnSite', 'InWorkshop')
        then coalesce(details ->> 'to', details -> 'by' ->> 'id') end) stored;
comment on column ticket.holder is 'The engineer who is asked for it or has it; null when nobody, or when it is over';
create index ticket_holder on ticket (holder) where holder is not null;
