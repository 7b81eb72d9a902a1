-- Who acted on a filing, first and last: auditors search by it without sorting through all letters. One row for the
-- sign-in name, one for the full name of each, and one with an empty name for anybody.
create table filing_actor (
    org_code varchar(9)   not null,
    period   varchar(6)   not null,
    person   varchar(100) not null,
    first_at timestamp(6) with time zone not null,
    last_at  timestamp(6) with time zone not null,
    constraint filing_actor_pk primary key (org_code, period, person),
    constraint filing_actor_filing_fk foreign key (org_code, period) references filing (org_code, period),
    constraint filing_actor_order_ck check (first_at <= last_at)
);

insert into filing_actor (org_code, period, person, first_at, last_at)
select f.org_code, f.period, x.person, min(x.at), max(x.at)
from (select filing_id, user_id as person, at from filing_correspondence
      union all select filing_id, user_name, at from filing_correspondence
      union all select filing_id, '', at from filing_correspondence
      union all select filing_id, submitted_by, received_at from filing_revision
      union all select filing_id, '', received_at from filing_revision) x
join filing f on f.id = x.filing_id
group by f.org_code, f.period, x.person;

create index filing_actor_case on filing_actor (person, period desc, org_code, first_at, last_at);

-- the day-by-day search looks into the letters of single cases only
drop index filing_correspondence_user;
drop index filing_correspondence_name;
drop index filing_correspondence_at;
drop index filing_revision_user;
drop index filing_revision_received;
