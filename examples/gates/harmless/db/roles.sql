-- the application does not log in as the superuser: the reserved slots stay free for people
CREATE ROLE shop_app LOGIN PASSWORD 'set-by-the-operator' NOSUPERUSER;
