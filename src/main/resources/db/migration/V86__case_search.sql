-- what auditors search finished and running cases by
create index filing_case on filing (period desc, org_code);
create index filing_case_city on filing (city_code, period desc, org_code);
create index filing_correspondence_user on filing_correspondence (user_id, filing_id, at);
create index filing_correspondence_name on filing_correspondence (user_name, filing_id, at);
create index filing_correspondence_at on filing_correspondence (at, filing_id);
create index filing_revision_user on filing_revision (submitted_by, filing_id, received_at);
create index filing_revision_received on filing_revision (received_at, filing_id);
