alter table customer add territory text not null default '';
-- Who has how much to do is asked at every dispatch.
create index ticket_held on ticket (state) where not over;
