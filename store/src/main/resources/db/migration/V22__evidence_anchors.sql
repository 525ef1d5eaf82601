-- A chain through the journals of all promises: who rewrites one would have to rewrite every anchor after it, here and in the file
-- of anchors that is kept outside the database.

create table evidence_unanchored (
    promise     uuid        primary key,
    at          timestamptz not null
);
comment on table evidence_unanchored is 'Journals with entries that no anchor names yet';
insert into evidence_unanchored select promise, max(at) from evidence group by promise;

create table evidence_anchor (
    number      bigint      primary key,
    at          timestamptz not null,
    line        text        not null,
    hash        text        not null
);
comment on table evidence_anchor is 'The chain through all journals (锚点); append-only';
comment on column evidence_anchor.line is 'What is hashed: JSON that names the heads and holds the hash of the anchor before';

create table evidence_anchored (
    promise     uuid        not null,
    sequence    bigint      not null,
    hash        text        not null,
    anchor      bigint      not null references evidence_anchor,
    primary key (promise, sequence)
);
comment on table evidence_anchored is 'Which anchor names which head of a journal; append-only';

create trigger append_only before update or delete or truncate on evidence_anchor
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on evidence_anchored
    for each statement execute function refuse_change();
