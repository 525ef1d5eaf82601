-- Whoever is rung for a ticket is on the line as whoever is rung for a callback is: one key guards both.
alter table engagement alter column callback drop not null;
alter table engagement add column ticket bigint;
alter table engagement add column expires timestamptz;
alter table engagement add constraint engagement_is_for_one_thing check (num_nonnulls(callback, ticket) = 1);
comment on table engagement is 'Whose telephone rings, or who talks, for which callback or ticket (占线登记)';
comment on column engagement.ticket is '0 for an alarm that is about none';
comment on column engagement.expires is 'When a call about a ticket is over at the latest; null for a callback, which says itself when it is';

-- It was asked who is being rung; the key answers now.
drop index phone_order_placed;
