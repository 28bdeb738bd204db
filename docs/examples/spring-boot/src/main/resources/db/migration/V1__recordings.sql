-- As it was before there were tenants.
create table recordings (
  id     uuid primary key,
  number text not null,
  file   text not null unique
);
