-- Sessions of people who have signed in, shared by all nodes. Columns as Spring Session names them; codes are varchar, see V02.
create table web_session (
    primary_id            varchar(36)  not null,
    session_id            varchar(36)  not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100),
    constraint web_session_pk primary key (primary_id),
    constraint web_session_id_uq unique (session_id)
);
create index web_session_expiry_ix on web_session (expiry_time);
create index web_session_principal_ix on web_session (principal_name);

create table web_session_attributes (
    session_primary_id varchar(36)  not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint web_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint web_session_attributes_session_fk foreign key (session_primary_id) references web_session (primary_id)
        on delete cascade
);
