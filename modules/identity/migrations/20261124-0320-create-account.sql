-- Sessions and secrets, kept by the authentication library; nothing else reads these tables.
create table auth_user (
  id                 uuid        not null default gen_random_uuid(),
  name               text        not null,
  email              text        not null,
  "emailVerified"    boolean     not null,
  image              text,
  "createdAt"        timestamptz not null default current_timestamp,
  "updatedAt"        timestamptz not null default current_timestamp,
  username           text,
  "displayUsername"  text,
  "twoFactorEnabled" boolean,
  constraint auth_user_pkey primary key (id),
  constraint auth_user_email_unique unique (email),
  constraint auth_user_username_unique unique (username)
);

create table auth_session (
  id          uuid        not null default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token       text        not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId"    uuid        not null,
  constraint auth_session_pkey primary key (id),
  constraint auth_session_token_unique unique (token),
  constraint auth_session_user_fkey foreign key ("userId") references auth_user (id) on delete cascade
);
create index auth_session_user on auth_session ("userId");

create table auth_account (
  id                      uuid        not null default gen_random_uuid(),
  "accountId"             text        not null,
  "providerId"            text        not null,
  "userId"                uuid        not null,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope                   text,
  password                text,
  "createdAt"             timestamptz not null default current_timestamp,
  "updatedAt"             timestamptz not null,
  constraint auth_account_pkey primary key (id),
  constraint auth_account_user_fkey foreign key ("userId") references auth_user (id) on delete cascade
);
create index auth_account_user on auth_account ("userId");

create table auth_verification (
  id          uuid        not null default gen_random_uuid(),
  identifier  text        not null,
  value       text        not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  constraint auth_verification_pkey primary key (id)
);
create index auth_verification_identifier on auth_verification (identifier);

create table auth_two_factor (
  id                        uuid    not null default gen_random_uuid(),
  secret                    text    not null,
  "backupCodes"             text    not null,
  "userId"                  uuid    not null,
  verified                  boolean,
  "failedVerificationCount" integer,
  "lockedUntil"             timestamptz,
  constraint auth_two_factor_pkey primary key (id),
  constraint auth_two_factor_user_fkey foreign key ("userId") references auth_user (id) on delete cascade
);
create index auth_two_factor_user on auth_two_factor ("userId");
create index auth_two_factor_secret on auth_two_factor (secret);

-- The secret that signs this city's session cookies.
create table auth_secret (
  id     integer not null default 1,
  secret text    not null,
  constraint auth_secret_pkey primary key (id),
  constraint auth_secret_one_row check (id = 1)
);

-- Failed sign-ins by machine time, to slow guessing down.
create table sign_in_failure (
  username text        not null,
  failed_at timestamptz not null default clock_timestamp()
);
create index sign_in_failure_username on sign_in_failure (username, failed_at);

-- People who act here: officers of a body, citizens, firms' clerks.
create table account (
  id           uuid        not null,
  auth_user_id uuid        not null,
  username     text        not null,
  name         text        not null,
  body_id      uuid,
  title        text,
  email        text,
  state        text        not null default 'active',
  made_at      timestamptz not null,
  version      integer     not null default 1,
  constraint account_pkey primary key (id),
  constraint account_auth_user_unique unique (auth_user_id),
  constraint account_username_unique unique (username),
  constraint account_auth_user_fkey foreign key (auth_user_id) references auth_user (id),
  constraint account_body_fkey foreign key (body_id) references body (id),
  constraint account_state check (state in ('active', 'closed'))
);
create index account_body on account (body_id);

create table account_role (
  account_id uuid not null,
  role       text not null,
  constraint account_role_pkey primary key (account_id, role),
  constraint account_role_account_fkey foreign key (account_id) references account (id),
  constraint account_role_known check (role in ('citizen', 'officer', 'head', 'supervision', 'editor', 'rule-editor', 'auditor', 'administrator'))
);
