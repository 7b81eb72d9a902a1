-- workbooks that were uploaded and not yet taken over: the last one of each report, kept for a month at most
create table filing_upload (
    filing_id   bigint       primary key references filing (id),
    file_name   varchar(200) not null,
    content     bytea        not null,
    sha256      varchar(64)  not null,
    uploaded_at timestamp(6) with time zone not null,
    uploaded_by varchar(64)  not null
);
create index filing_upload_age on filing_upload (uploaded_at);
