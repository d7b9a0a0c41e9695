-- What holds for one time at a time. A validity is `[valid_from, valid_to)`, without an end while `valid_to` is null.
alter table app.edge add constraint edge_validity exclude using gist
  (operator_id with =, child_id with =, family with =, tstzrange(valid_from, valid_to) with &&);

alter table app.price_version add constraint price_version_validity exclude using gist
  (operator_id with =, price_list_id with =, tstzrange(valid_from, valid_to) with &&)
  where (status in ('scheduled', 'active'));
