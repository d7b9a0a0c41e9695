CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "engine";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TABLE "app"."fulfilment_task" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"order_item_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"after" text[] NOT NULL,
	"attempts" integer NOT NULL,
	"supplier_reference" text,
	"proof" text,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "fulfilment_task_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "fulfilment_task_item" UNIQUE("operator_id","order_item_id")
);
--> statement-breakpoint
ALTER TABLE "app"."fulfilment_task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."subscription" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"order_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"offer_name" text NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"activated_at" timestamp with time zone,
	"billable_from" timestamp with time zone,
	"term_ends_at" timestamp with time zone,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "subscription_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "subscription_order" UNIQUE("operator_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "app"."subscription" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."subscription_item" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"order_item_id" text NOT NULL,
	"item_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"charge" text NOT NULL,
	"meter_id" text,
	"tax_class" text NOT NULL,
	"quantity" numeric(38, 15) NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "subscription_item_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."subscription_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."supplier_connector" (
	"operator_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"base_url" text NOT NULL,
	CONSTRAINT "supplier_connector_operator_id_supplier_id_pk" PRIMARY KEY("operator_id","supplier_id")
);
--> statement-breakpoint
ALTER TABLE "app"."supplier_connector" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."task_attempt" (
	"operator_id" text NOT NULL,
	"task_id" text NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"detail" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"supplier_id" text NOT NULL,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "task_attempt_operator_id_task_id_number_outcome_pk" PRIMARY KEY("operator_id","task_id","number","outcome")
);
--> statement-breakpoint
ALTER TABLE "app"."task_attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."task_exception" (
	"operator_id" text NOT NULL,
	"task_id" text NOT NULL,
	"number" integer NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"message" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by_name" text,
	"resolution" text,
	"supplier_id" text NOT NULL,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "task_exception_operator_id_task_id_number_pk" PRIMARY KEY("operator_id","task_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."task_exception" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."approval" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_digest" text NOT NULL,
	"policy" text NOT NULL,
	"summary" text NOT NULL,
	"reason" text NOT NULL,
	"facts" jsonb NOT NULL,
	"status" text NOT NULL,
	"requested_by" text,
	"requested_by_name" text NOT NULL,
	"party_id" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"comment" text,
	CONSTRAINT "approval_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."approval" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."audit_entry" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"code" text NOT NULL,
	"summary" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"actor_party_id" text NOT NULL,
	"role" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"correlation" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_entry_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."audit_root" (
	"operator_id" text NOT NULL,
	"day" text NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_root_operator_id_day_pk" PRIMARY KEY("operator_id","day")
);
--> statement-breakpoint
ALTER TABLE "app"."audit_root" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."audit_seal" (
	"operator_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"entry_id" text NOT NULL,
	"digest" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_seal_operator_id_sequence_pk" PRIMARY KEY("operator_id","sequence"),
	CONSTRAINT "audit_seal_entry" UNIQUE("operator_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "app"."audit_seal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."audit_unsealed" (
	"operator_id" text NOT NULL,
	"entry_id" text NOT NULL,
	CONSTRAINT "audit_unsealed_operator_id_entry_id_pk" PRIMARY KEY("operator_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "app"."audit_unsealed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "engine"."failure" (
	"run_id" text NOT NULL,
	"step_id" text NOT NULL,
	"step_name" text NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"error" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."outbox" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine"."outbox_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"name" text NOT NULL,
	"operator_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"correlation" text NOT NULL,
	"actor" jsonb NOT NULL,
	"relayed_at" timestamp with time zone,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "engine"."run" (
	"id" text PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"operator_id" text,
	"state" text NOT NULL,
	"event_id" text NOT NULL,
	"event" jsonb NOT NULL,
	"idempotency_key" text,
	"concurrency_key" text,
	"output" jsonb,
	"error" jsonb,
	"parent_run_id" text,
	"parent_step_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "one_run_an_event" UNIQUE("function_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "engine"."schedule" (
	"function_id" text PRIMARY KEY NOT NULL,
	"cron" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."step" (
	"run_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"position" integer,
	"race" boolean DEFAULT false NOT NULL,
	"output" jsonb,
	"error" jsonb,
	"event_name" text,
	"condition" text,
	"match_path" text[],
	"match_value" text,
	"planned_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "step_run_id_id_pk" PRIMARY KEY("run_id","id")
);
--> statement-breakpoint
CREATE TABLE "engine"."task" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine"."task_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" text NOT NULL,
	"step_id" text NOT NULL,
	"kind" text NOT NULL,
	"function_id" text NOT NULL,
	"concurrency_key" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"admitted" boolean DEFAULT false NOT NULL,
	"leased_by" text,
	"leased_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."account" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "identity"."attempt" (
	"key" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "attempt_key_started_at_pk" PRIMARY KEY("key","started_at")
);
--> statement-breakpoint
CREATE TABLE "identity"."membership" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"party_id" text NOT NULL,
	"path" text collate "C" NOT NULL,
	"party_name" text NOT NULL,
	"party_kind" text NOT NULL,
	"role" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"blocked_at" timestamp with time zone,
	CONSTRAINT "one_membership_a_party" UNIQUE("user_id","operator_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"membership_id" text NOT NULL,
	"user_agent" text NOT NULL,
	"ip" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	"blocked_at" timestamp with time zone,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "email_is_lower_case" CHECK ("identity"."user"."email" = lower("identity"."user"."email"))
);
--> statement-breakpoint
CREATE TABLE "identity"."verification_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."bill_run" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"watermark" bigint NOT NULL,
	"shards" integer NOT NULL,
	"invoices" integer NOT NULL,
	CONSTRAINT "bill_run_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "bill_run_until" UNIQUE("operator_id","until")
);
--> statement-breakpoint
ALTER TABLE "app"."bill_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."bill_shard" (
	"operator_id" text NOT NULL,
	"bill_run_id" text NOT NULL,
	"number" integer NOT NULL,
	"first" text NOT NULL,
	"last" text NOT NULL,
	"status" text NOT NULL,
	"items" integer NOT NULL,
	"invoices" integer NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "bill_shard_operator_id_bill_run_id_number_pk" PRIMARY KEY("operator_id","bill_run_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."bill_shard" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."invoice" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"bill_run_id" text NOT NULL,
	"shard" integer NOT NULL,
	"number" text,
	"legal_entity_id" text NOT NULL,
	"seller_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"reader_id" text,
	"subscription_id" text NOT NULL,
	"seller" jsonb NOT NULL,
	"customer" jsonb NOT NULL,
	"status" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"net" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"gross" bigint NOT NULL,
	"paid" bigint NOT NULL,
	"issued_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	CONSTRAINT "invoice_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "invoice_once" UNIQUE("operator_id","bill_run_id","subscription_id"),
	CONSTRAINT "invoice_number" UNIQUE("operator_id","legal_entity_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."invoice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."invoice_line" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"rated_item_id" text NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"charge" text NOT NULL,
	"quantity" numeric(38, 15) NOT NULL,
	"unit" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"currency" text NOT NULL,
	"list_amount" bigint NOT NULL,
	"net" bigint NOT NULL,
	"tax_category" text NOT NULL,
	"tax_rate" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"seller_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"reader_id" text,
	CONSTRAINT "invoice_line_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "invoice_line_rated" UNIQUE("operator_id","rated_item_id")
);
--> statement-breakpoint
ALTER TABLE "app"."invoice_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."invoice_tax" (
	"operator_id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"category" text NOT NULL,
	"rate" bigint NOT NULL,
	"base" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"seller_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"reader_id" text,
	CONSTRAINT "invoice_tax_operator_id_invoice_id_category_rate_pk" PRIMARY KEY("operator_id","invoice_id","category","rate")
);
--> statement-breakpoint
ALTER TABLE "app"."invoice_tax" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."payment" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reference" text NOT NULL,
	"request_key" text NOT NULL,
	"request_digest" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"recorded_by_name" text NOT NULL,
	"seller_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"reader_id" text,
	CONSTRAINT "payment_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "payment_request" UNIQUE("operator_id","request_key")
);
--> statement-breakpoint
ALTER TABLE "app"."payment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."payment_allocation" (
	"operator_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"invoice_line_id" text NOT NULL,
	"net" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"seller_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"reader_id" text,
	CONSTRAINT "payment_allocation_operator_id_payment_id_invoice_line_id_pk" PRIMARY KEY("operator_id","payment_id","invoice_line_id")
);
--> statement-breakpoint
ALTER TABLE "app"."payment_allocation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."ledger_entry" (
	"operator_id" text NOT NULL,
	"event" text NOT NULL,
	"number" integer NOT NULL,
	"account" text NOT NULL,
	"owner_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "ledger_entry_operator_id_event_number_pk" PRIMARY KEY("operator_id","event","number")
);
--> statement-breakpoint
ALTER TABLE "app"."ledger_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."ledger_transaction" (
	"operator_id" text NOT NULL,
	"event" text NOT NULL,
	"digest" text NOT NULL,
	"description" text NOT NULL,
	"booked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_transaction_operator_id_event_pk" PRIMARY KEY("operator_id","event")
);
--> statement-breakpoint
ALTER TABLE "app"."ledger_transaction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."meter" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "meter_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "meter_key" UNIQUE("operator_id","key")
);
--> statement-breakpoint
ALTER TABLE "app"."meter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."offer" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"family" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "offer_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "offer_code" UNIQUE("operator_id","code")
);
--> statement-breakpoint
ALTER TABLE "app"."offer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."offer_component" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"offer_version_id" text NOT NULL,
	"item_id" text NOT NULL,
	"position" integer NOT NULL,
	"quantity_min" numeric(38, 15) NOT NULL,
	"quantity_max" numeric(38, 15),
	"quantity_default" numeric(38, 15) NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "offer_component_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "offer_component_item" UNIQUE("operator_id","offer_version_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "app"."offer_component" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."offer_version" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"offer_id" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"term_months" integer NOT NULL,
	"submitted_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "offer_version_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "offer_version_number" UNIQUE("operator_id","offer_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."offer_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."price" (
	"operator_id" text NOT NULL,
	"price_version_id" text NOT NULL,
	"item_id" text NOT NULL,
	"seller_id" text NOT NULL,
	"reader_id" text,
	"model" text NOT NULL,
	"unit_price" numeric(38, 12),
	"tiers" jsonb,
	CONSTRAINT "price_operator_id_price_version_id_item_id_pk" PRIMARY KEY("operator_id","price_version_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "app"."price" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."price_list" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"seller_id" text NOT NULL,
	"reader_id" text,
	"audience" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "price_list_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "price_list_route" UNIQUE NULLS NOT DISTINCT("operator_id","seller_id","reader_id","audience","currency")
);
--> statement-breakpoint
ALTER TABLE "app"."price_list" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."price_version" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"price_list_id" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"seller_id" text NOT NULL,
	"reader_id" text,
	"valid_from" timestamp with time zone,
	"valid_to" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "price_version_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "price_version_number" UNIQUE("operator_id","price_list_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."price_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."product" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"name" text NOT NULL,
	"family" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."product" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."product_item" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"charge" text NOT NULL,
	"meter_id" text,
	"tax_class" text,
	"recipe" jsonb,
	CONSTRAINT "product_item_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "product_item_sku" UNIQUE("operator_id","supplier_id","sku")
);
--> statement-breakpoint
ALTER TABLE "app"."product_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."rehearsal" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"offer_version_id" text NOT NULL,
	"digest" text NOT NULL,
	"passed" text NOT NULL,
	"findings" jsonb NOT NULL,
	"rehearsed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rehearsal_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."rehearsal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."order" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"quote_version_id" text NOT NULL,
	"offer_version_id" text NOT NULL,
	"offer_name" text NOT NULL,
	"partner_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"marketplace_id" text,
	"family" text NOT NULL,
	"status" text NOT NULL,
	"chain" jsonb NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"term_months" integer NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "order_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "order_number" UNIQUE("operator_id","number"),
	CONSTRAINT "order_of_quote" UNIQUE("operator_id","quote_version_id")
);
--> statement-breakpoint
ALTER TABLE "app"."order" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."order_item" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"quote_line_id" text NOT NULL,
	"position" integer NOT NULL,
	"item_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"charge" text NOT NULL,
	"meter_id" text,
	"tax_class" text NOT NULL,
	"recipe" jsonb NOT NULL,
	"quantity" numeric(38, 15) NOT NULL,
	"status" text NOT NULL,
	"completed_at" timestamp with time zone,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "order_item_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."order_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."order_leg" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"order_item_id" text NOT NULL,
	"quote_leg_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"seller_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"payer_id" text,
	"payee_id" text,
	"share_rate" bigint,
	"agreement_version_id" text,
	"price_version_id" text NOT NULL,
	"price" jsonb NOT NULL,
	"currency" text NOT NULL,
	"discount_rate" bigint NOT NULL,
	"discount_bearer_id" text,
	CONSTRAINT "order_leg_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "order_leg_number" UNIQUE("operator_id","order_item_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."order_leg" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."agreement" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"parent_id" text NOT NULL,
	"child_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "agreement_name" UNIQUE("operator_id","parent_id","child_id","name")
);
--> statement-breakpoint
ALTER TABLE "app"."agreement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."agreement_version" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"agreement_id" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"parent_id" text NOT NULL,
	"child_id" text NOT NULL,
	"commission_rate" bigint NOT NULL,
	"discount_band" bigint NOT NULL,
	"share_due" text NOT NULL,
	"currency" text NOT NULL,
	"minimum_payout" bigint NOT NULL,
	"holding_days" integer NOT NULL,
	"withholding_rate" bigint NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "agreement_version_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "agreement_version_number" UNIQUE("operator_id","agreement_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."agreement_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."bank_account" (
	"operator_id" text NOT NULL,
	"party_id" text NOT NULL,
	"holder" text NOT NULL,
	"iban" text NOT NULL,
	"bic" text,
	"currency" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	CONSTRAINT "bank_account_operator_id_party_id_valid_from_pk" PRIMARY KEY("operator_id","party_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "app"."bank_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."edge" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"parent_id" text NOT NULL,
	"child_id" text NOT NULL,
	"family" text NOT NULL,
	"model" text NOT NULL,
	"agreement_id" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "edge_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."edge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."number_series" (
	"operator_id" text NOT NULL,
	"legal_entity_id" text NOT NULL,
	"series" text NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "number_series_operator_id_legal_entity_id_series_pk" PRIMARY KEY("operator_id","legal_entity_id","series")
);
--> statement-breakpoint
ALTER TABLE "app"."number_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."party" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"parent_id" text,
	"path" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"country" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"disclosed" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "party_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "party_path" UNIQUE("operator_id","path")
);
--> statement-breakpoint
ALTER TABLE "app"."party" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."party_profile" (
	"operator_id" text NOT NULL,
	"party_id" text NOT NULL,
	"legal_name" text NOT NULL,
	"tax_id" text,
	"street" text NOT NULL,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"email" text NOT NULL,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "party_profile_operator_id_party_id_pk" PRIMARY KEY("operator_id","party_id")
);
--> statement-breakpoint
ALTER TABLE "app"."party_profile" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."party_role" (
	"operator_id" text NOT NULL,
	"party_id" text NOT NULL,
	"role" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "party_role_operator_id_party_id_role_valid_from_pk" PRIMARY KEY("operator_id","party_id","role","valid_from")
);
--> statement-breakpoint
ALTER TABLE "app"."party_role" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."payment_file" (
	"operator_id" text NOT NULL,
	"payout_run_id" text NOT NULL,
	"format" text NOT NULL,
	"name" text NOT NULL,
	"content" text NOT NULL,
	"digest" text NOT NULL,
	"payouts" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_file_operator_id_payout_run_id_format_pk" PRIMARY KEY("operator_id","payout_run_id","format")
);
--> statement-breakpoint
ALTER TABLE "app"."payment_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."payout" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"payout_run_id" text NOT NULL,
	"party_id" text NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"balance" bigint NOT NULL,
	"minimum" bigint NOT NULL,
	"gross" bigint NOT NULL,
	"withholding_rate" bigint NOT NULL,
	"withheld" bigint NOT NULL,
	"net" bigint NOT NULL,
	"holder" text,
	"iban" text,
	"created_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	CONSTRAINT "payout_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "payout_once" UNIQUE("operator_id","payout_run_id","party_id","currency")
);
--> statement-breakpoint
ALTER TABLE "app"."payout" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."payout_item" (
	"operator_id" text NOT NULL,
	"payout_id" text NOT NULL,
	"party_id" text NOT NULL,
	"settlement_line_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "payout_item_operator_id_settlement_line_id_payment_id_pk" PRIMARY KEY("operator_id","settlement_line_id","payment_id")
);
--> statement-breakpoint
ALTER TABLE "app"."payout_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."payout_run" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"cutoff" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"proposed_by" text,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"approval_id" text,
	"approved_at" timestamp with time zone,
	"executed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"digest" text,
	"proof_error" text,
	CONSTRAINT "payout_run_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "payout_run_number" UNIQUE("operator_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."payout_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."statement" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"payout_run_id" text NOT NULL,
	"payout_id" text NOT NULL,
	"party_id" text NOT NULL,
	"currency" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"opening" bigint NOT NULL,
	"earned" bigint NOT NULL,
	"paid" bigint NOT NULL,
	"withheld" bigint NOT NULL,
	"closing" bigint NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statement_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "statement_once" UNIQUE("operator_id","payout_run_id","party_id","currency")
);
--> statement-breakpoint
ALTER TABLE "app"."statement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."statement_line" (
	"operator_id" text NOT NULL,
	"statement_id" text NOT NULL,
	"number" integer NOT NULL,
	"party_id" text NOT NULL,
	"kind" text NOT NULL,
	"settlement_line_id" text,
	"payment_id" text,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "statement_line_operator_id_statement_id_number_pk" PRIMARY KEY("operator_id","statement_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."statement_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."quote" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"partner_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"marketplace_id" text,
	"request_key" text NOT NULL,
	"request_digest" text NOT NULL,
	"created_by" text,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "quote_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "quote_number" UNIQUE("operator_id","number"),
	CONSTRAINT "quote_request" UNIQUE("operator_id","partner_id","request_key")
);
--> statement-breakpoint
ALTER TABLE "app"."quote" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."quote_leg" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"quote_version_id" text NOT NULL,
	"quote_line_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"seller_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"payer_id" text,
	"payee_id" text,
	"share_rate" bigint,
	"agreement_version_id" text,
	"price_version_id" text NOT NULL,
	"price" jsonb NOT NULL,
	"currency" text NOT NULL,
	"discount_rate" bigint NOT NULL,
	"discount_bearer_id" text,
	"list_amount" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "quote_leg_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "quote_leg_number" UNIQUE("operator_id","quote_line_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."quote_leg" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."quote_line" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"quote_version_id" text NOT NULL,
	"position" integer NOT NULL,
	"component_id" text NOT NULL,
	"item_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"charge" text NOT NULL,
	"quantity" numeric(38, 15) NOT NULL,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "quote_line_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."quote_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."quote_version" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"quote_id" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"offer_version_id" text NOT NULL,
	"chain" jsonb NOT NULL,
	"term_months" integer NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"accepted_by_name" text,
	"accept_key" text,
	"ended_at" timestamp with time zone,
	"declined_reason" text,
	"voided_reason" text,
	"approval_id" text,
	"digest" text,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "quote_version_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "quote_version_number" UNIQUE("operator_id","quote_id","number"),
	CONSTRAINT "quote_version_accept" UNIQUE("operator_id","owner_path","accept_key")
);
--> statement-breakpoint
ALTER TABLE "app"."quote_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."rated_item" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"bill_run_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"subscription_item_id" text NOT NULL,
	"order_item_id" text NOT NULL,
	"charge" text NOT NULL,
	"meter_id" text,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"days_charged" integer NOT NULL,
	"days_of_period" integer NOT NULL,
	"batch_after" bigint NOT NULL,
	"batch_up_to" bigint NOT NULL,
	"quantity_before" numeric(38, 15) NOT NULL,
	"quantity" numeric(38, 15) NOT NULL,
	"rows" integer NOT NULL,
	"digest" text NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "rated_item_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "rated_item_once" UNIQUE("operator_id","subscription_item_id","from","to","batch_up_to")
);
--> statement-breakpoint
ALTER TABLE "app"."rated_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."rated_leg" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"rated_item_id" text NOT NULL,
	"order_leg_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"seller_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"payer_id" text,
	"payee_id" text,
	"price_version_id" text NOT NULL,
	"currency" text NOT NULL,
	"list_amount" bigint NOT NULL,
	"discount_amount" bigint NOT NULL,
	"discount_bearer_id" text,
	"amount" bigint NOT NULL,
	"working" jsonb NOT NULL,
	CONSTRAINT "rated_leg_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "rated_leg_number" UNIQUE("operator_id","rated_item_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."rated_leg" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."rule_version" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"family" text NOT NULL,
	"marketplace_id" text,
	"body" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_version_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "rule_version_number" UNIQUE("operator_id","name","number")
);
--> statement-breakpoint
ALTER TABLE "app"."rule_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."settlement_line" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"invoice_line_id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"rule_version_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"party_id" text NOT NULL,
	"payer_id" text,
	"agreement_version_id" text,
	"base" bigint NOT NULL,
	"rate" bigint,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"derivation" jsonb NOT NULL,
	"description" text NOT NULL,
	"accrued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "settlement_line_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "settlement_line_number" UNIQUE("operator_id","invoice_line_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."settlement_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."settlement_release" (
	"operator_id" text NOT NULL,
	"settlement_line_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"party_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"payable_from" timestamp with time zone NOT NULL,
	CONSTRAINT "settlement_release_operator_id_settlement_line_id_payment_id_pk" PRIMARY KEY("operator_id","settlement_line_id","payment_id")
);
--> statement-breakpoint
ALTER TABLE "app"."settlement_release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_account" (
	"operator_id" text NOT NULL,
	"source_id" text NOT NULL,
	"account" text NOT NULL,
	"subscription_id" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"added_by_name" text NOT NULL,
	CONSTRAINT "usage_account_operator_id_source_id_account_pk" PRIMARY KEY("operator_id","source_id","account")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_batch" (
	"operator_id" text NOT NULL,
	"number" bigint NOT NULL,
	"file_id" text NOT NULL,
	"rows" integer NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_batch_operator_id_number_pk" PRIMARY KEY("operator_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_batch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_chunk" (
	"operator_id" text NOT NULL,
	"file_id" text NOT NULL,
	"number" integer NOT NULL,
	"rows_read" integer NOT NULL,
	"rows_accepted" integer NOT NULL,
	"rows_duplicate" integer NOT NULL,
	"rows_parked" integer NOT NULL,
	"rows_rejected" integer NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_chunk_operator_id_file_id_number_pk" PRIMARY KEY("operator_id","file_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_chunk" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_event" (
	"operator_id" text NOT NULL,
	"source_id" text NOT NULL,
	"key" uuid NOT NULL,
	"batch" bigint NOT NULL,
	"subscription_item_id" text NOT NULL,
	"meter_id" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"quantity" numeric(38, 15) NOT NULL,
	"row_hash" uuid NOT NULL,
	"file_id" text NOT NULL,
	"row_number" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"resource" text,
	"owner_path" text collate "C" NOT NULL,
	CONSTRAINT "usage_event_key_source_id_operator_id_pk" PRIMARY KEY("key","source_id","operator_id")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_file" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"bytes" bigint NOT NULL,
	"storage_key" text NOT NULL,
	"status" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"received_by_name" text NOT NULL,
	"finished_at" timestamp with time zone,
	"rows_read" integer NOT NULL,
	"rows_accepted" integer NOT NULL,
	"rows_duplicate" integer NOT NULL,
	"rows_parked" integer NOT NULL,
	"rows_rejected" integer NOT NULL,
	"error" text,
	CONSTRAINT "usage_file_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "usage_file_digest" UNIQUE("operator_id","source_id","digest")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_meter" (
	"operator_id" text NOT NULL,
	"source_id" text NOT NULL,
	"service" text NOT NULL,
	"sku" text NOT NULL,
	"unit" text NOT NULL,
	"meter_id" text NOT NULL,
	"factor" numeric(38, 12) NOT NULL,
	"added_by_name" text NOT NULL,
	CONSTRAINT "usage_meter_operator_id_source_id_service_sku_unit_pk" PRIMARY KEY("operator_id","source_id","service","sku","unit")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_meter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_parked" (
	"operator_id" text NOT NULL,
	"file_id" text NOT NULL,
	"row_number" integer NOT NULL,
	"source_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"reason" text NOT NULL,
	"message" text NOT NULL,
	"account" text NOT NULL,
	"service" text NOT NULL,
	"sku" text NOT NULL,
	"unit" text NOT NULL,
	"quantity" numeric(38, 15) NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"key" uuid NOT NULL,
	"row_hash" uuid NOT NULL,
	"resource" text,
	"status" text NOT NULL,
	"parked_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_name" text,
	"settled_because" text,
	CONSTRAINT "usage_parked_operator_id_file_id_row_number_pk" PRIMARY KEY("operator_id","file_id","row_number")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_parked" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_rejected" (
	"operator_id" text NOT NULL,
	"file_id" text NOT NULL,
	"row_number" integer NOT NULL,
	"supplier_id" text NOT NULL,
	"column" text NOT NULL,
	"reason" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "usage_rejected_operator_id_file_id_row_number_pk" PRIMARY KEY("operator_id","file_id","row_number")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_rejected" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app"."usage_source" (
	"operator_id" text NOT NULL,
	"id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"name" text NOT NULL,
	"format" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_source_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."usage_source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "app"."fulfilment_task" ADD CONSTRAINT "fulfilment_task_operator_id_order_id_order_operator_id_id_fk" FOREIGN KEY ("operator_id","order_id") REFERENCES "app"."order"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fulfilment_task" ADD CONSTRAINT "fulfilment_task_operator_id_order_item_id_order_item_operator_id_id_fk" FOREIGN KEY ("operator_id","order_item_id") REFERENCES "app"."order_item"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."subscription" ADD CONSTRAINT "subscription_operator_id_order_id_order_operator_id_id_fk" FOREIGN KEY ("operator_id","order_id") REFERENCES "app"."order"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."subscription_item" ADD CONSTRAINT "subscription_item_operator_id_subscription_id_subscription_operator_id_id_fk" FOREIGN KEY ("operator_id","subscription_id") REFERENCES "app"."subscription"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."subscription_item" ADD CONSTRAINT "subscription_item_operator_id_order_item_id_order_item_operator_id_id_fk" FOREIGN KEY ("operator_id","order_item_id") REFERENCES "app"."order_item"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."failure" ADD CONSTRAINT "failure_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."step" ADD CONSTRAINT "step_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."task" ADD CONSTRAINT "task_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."membership" ADD CONSTRAINT "membership_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "identity"."membership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bill_shard" ADD CONSTRAINT "bill_shard_operator_id_bill_run_id_bill_run_operator_id_id_fk" FOREIGN KEY ("operator_id","bill_run_id") REFERENCES "app"."bill_run"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invoice_line" ADD CONSTRAINT "invoice_line_operator_id_invoice_id_invoice_operator_id_id_fk" FOREIGN KEY ("operator_id","invoice_id") REFERENCES "app"."invoice"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invoice_line" ADD CONSTRAINT "invoice_line_operator_id_rated_item_id_rated_item_operator_id_id_fk" FOREIGN KEY ("operator_id","rated_item_id") REFERENCES "app"."rated_item"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invoice_tax" ADD CONSTRAINT "invoice_tax_operator_id_invoice_id_invoice_operator_id_id_fk" FOREIGN KEY ("operator_id","invoice_id") REFERENCES "app"."invoice"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payment" ADD CONSTRAINT "payment_operator_id_invoice_id_invoice_operator_id_id_fk" FOREIGN KEY ("operator_id","invoice_id") REFERENCES "app"."invoice"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payment_allocation" ADD CONSTRAINT "payment_allocation_operator_id_payment_id_payment_operator_id_id_fk" FOREIGN KEY ("operator_id","payment_id") REFERENCES "app"."payment"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payment_allocation" ADD CONSTRAINT "payment_allocation_operator_id_invoice_line_id_invoice_line_operator_id_id_fk" FOREIGN KEY ("operator_id","invoice_line_id") REFERENCES "app"."invoice_line"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."ledger_entry" ADD CONSTRAINT "ledger_entry_operator_id_event_ledger_transaction_operator_id_event_fk" FOREIGN KEY ("operator_id","event") REFERENCES "app"."ledger_transaction"("operator_id","event") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."offer_component" ADD CONSTRAINT "offer_component_operator_id_offer_version_id_offer_version_operator_id_id_fk" FOREIGN KEY ("operator_id","offer_version_id") REFERENCES "app"."offer_version"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."offer_component" ADD CONSTRAINT "offer_component_operator_id_item_id_product_item_operator_id_id_fk" FOREIGN KEY ("operator_id","item_id") REFERENCES "app"."product_item"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."offer_version" ADD CONSTRAINT "offer_version_operator_id_offer_id_offer_operator_id_id_fk" FOREIGN KEY ("operator_id","offer_id") REFERENCES "app"."offer"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."price" ADD CONSTRAINT "price_operator_id_price_version_id_price_version_operator_id_id_fk" FOREIGN KEY ("operator_id","price_version_id") REFERENCES "app"."price_version"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."price_version" ADD CONSTRAINT "price_version_operator_id_price_list_id_price_list_operator_id_id_fk" FOREIGN KEY ("operator_id","price_list_id") REFERENCES "app"."price_list"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."product_item" ADD CONSTRAINT "product_item_operator_id_product_id_product_operator_id_id_fk" FOREIGN KEY ("operator_id","product_id") REFERENCES "app"."product"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."order" ADD CONSTRAINT "order_operator_id_quote_version_id_quote_version_operator_id_id_fk" FOREIGN KEY ("operator_id","quote_version_id") REFERENCES "app"."quote_version"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."order_item" ADD CONSTRAINT "order_item_operator_id_order_id_order_operator_id_id_fk" FOREIGN KEY ("operator_id","order_id") REFERENCES "app"."order"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."order_leg" ADD CONSTRAINT "order_leg_operator_id_order_item_id_order_item_operator_id_id_fk" FOREIGN KEY ("operator_id","order_item_id") REFERENCES "app"."order_item"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agreement_version" ADD CONSTRAINT "agreement_version_operator_id_agreement_id_agreement_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "app"."agreement"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."edge" ADD CONSTRAINT "edge_operator_id_parent_id_party_operator_id_id_fk" FOREIGN KEY ("operator_id","parent_id") REFERENCES "app"."party"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."edge" ADD CONSTRAINT "edge_operator_id_child_id_party_operator_id_id_fk" FOREIGN KEY ("operator_id","child_id") REFERENCES "app"."party"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."edge" ADD CONSTRAINT "edge_operator_id_agreement_id_agreement_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "app"."agreement"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."party" ADD CONSTRAINT "party_operator_id_parent_id_party_operator_id_id_fk" FOREIGN KEY ("operator_id","parent_id") REFERENCES "app"."party"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payment_file" ADD CONSTRAINT "payment_file_operator_id_payout_run_id_payout_run_operator_id_id_fk" FOREIGN KEY ("operator_id","payout_run_id") REFERENCES "app"."payout_run"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payout" ADD CONSTRAINT "payout_operator_id_payout_run_id_payout_run_operator_id_id_fk" FOREIGN KEY ("operator_id","payout_run_id") REFERENCES "app"."payout_run"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payout_item" ADD CONSTRAINT "payout_item_operator_id_payout_id_payout_operator_id_id_fk" FOREIGN KEY ("operator_id","payout_id") REFERENCES "app"."payout"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."payout_item" ADD CONSTRAINT "payout_item_operator_id_settlement_line_id_payment_id_settlement_release_operator_id_settlement_line_id_payment_id_fk" FOREIGN KEY ("operator_id","settlement_line_id","payment_id") REFERENCES "app"."settlement_release"("operator_id","settlement_line_id","payment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."statement" ADD CONSTRAINT "statement_operator_id_payout_id_payout_operator_id_id_fk" FOREIGN KEY ("operator_id","payout_id") REFERENCES "app"."payout"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."statement_line" ADD CONSTRAINT "statement_line_operator_id_statement_id_statement_operator_id_id_fk" FOREIGN KEY ("operator_id","statement_id") REFERENCES "app"."statement"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."statement_line" ADD CONSTRAINT "statement_line_operator_id_settlement_line_id_settlement_line_operator_id_id_fk" FOREIGN KEY ("operator_id","settlement_line_id") REFERENCES "app"."settlement_line"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."quote_leg" ADD CONSTRAINT "quote_leg_operator_id_quote_line_id_quote_line_operator_id_id_fk" FOREIGN KEY ("operator_id","quote_line_id") REFERENCES "app"."quote_line"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."quote_line" ADD CONSTRAINT "quote_line_operator_id_quote_version_id_quote_version_operator_id_id_fk" FOREIGN KEY ("operator_id","quote_version_id") REFERENCES "app"."quote_version"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."quote_version" ADD CONSTRAINT "quote_version_operator_id_quote_id_quote_operator_id_id_fk" FOREIGN KEY ("operator_id","quote_id") REFERENCES "app"."quote"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rated_leg" ADD CONSTRAINT "rated_leg_operator_id_rated_item_id_rated_item_operator_id_id_fk" FOREIGN KEY ("operator_id","rated_item_id") REFERENCES "app"."rated_item"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rated_leg" ADD CONSTRAINT "rated_leg_operator_id_order_leg_id_order_leg_operator_id_id_fk" FOREIGN KEY ("operator_id","order_leg_id") REFERENCES "app"."order_leg"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."settlement_line" ADD CONSTRAINT "settlement_line_operator_id_invoice_line_id_invoice_line_operator_id_id_fk" FOREIGN KEY ("operator_id","invoice_line_id") REFERENCES "app"."invoice_line"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."settlement_line" ADD CONSTRAINT "settlement_line_operator_id_rule_version_id_rule_version_operator_id_id_fk" FOREIGN KEY ("operator_id","rule_version_id") REFERENCES "app"."rule_version"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."settlement_release" ADD CONSTRAINT "settlement_release_operator_id_settlement_line_id_settlement_line_operator_id_id_fk" FOREIGN KEY ("operator_id","settlement_line_id") REFERENCES "app"."settlement_line"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."settlement_release" ADD CONSTRAINT "settlement_release_operator_id_payment_id_payment_operator_id_id_fk" FOREIGN KEY ("operator_id","payment_id") REFERENCES "app"."payment"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."usage_file" ADD CONSTRAINT "usage_file_operator_id_source_id_usage_source_operator_id_id_fk" FOREIGN KEY ("operator_id","source_id") REFERENCES "app"."usage_source"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fulfilment_task_order" ON "app"."fulfilment_task" USING btree ("operator_id","order_id");--> statement-breakpoint
CREATE INDEX "fulfilment_task_status" ON "app"."fulfilment_task" USING btree ("operator_id","status","due_at");--> statement-breakpoint
CREATE INDEX "subscription_owner" ON "app"."subscription" USING btree ("operator_id","owner_path");--> statement-breakpoint
CREATE INDEX "subscription_item_subscription" ON "app"."subscription_item" USING btree ("operator_id","subscription_id");--> statement-breakpoint
CREATE INDEX "task_exception_open" ON "app"."task_exception" USING btree ("operator_id","resolved_at","opened_at");--> statement-breakpoint
CREATE INDEX "approval_subject" ON "app"."approval" USING btree ("operator_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "approval_open" ON "app"."approval" USING btree ("operator_id","status","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_pending" ON "app"."approval" USING btree ("operator_id","subject_kind","subject_id") WHERE "app"."approval"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "audit_entry_object" ON "app"."audit_entry" USING btree ("operator_id","object_kind","object_id");--> statement-breakpoint
CREATE INDEX "audit_entry_happened" ON "app"."audit_entry" USING btree ("operator_id","happened_at");--> statement-breakpoint
CREATE INDEX "failure_run" ON "engine"."failure" USING btree ("run_id","at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "engine"."outbox" USING btree ("sequence") WHERE "engine"."outbox"."relayed_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_operator" ON "engine"."outbox" USING btree ("operator_id","sequence");--> statement-breakpoint
CREATE INDEX "run_operator" ON "engine"."run" USING btree ("operator_id","created_at");--> statement-breakpoint
CREATE INDEX "run_idempotency" ON "engine"."run" USING btree ("function_id","idempotency_key","created_at");--> statement-breakpoint
CREATE INDEX "step_waiting" ON "engine"."step" USING btree ("event_name") WHERE "engine"."step"."state" = 'waiting' and "engine"."step"."event_name" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_task_a_step" ON "engine"."task" USING btree ("run_id","step_id","kind");--> statement-breakpoint
CREATE INDEX "task_due" ON "engine"."task" USING btree ("due_at") WHERE not "engine"."task"."admitted";--> statement-breakpoint
CREATE INDEX "task_admitted" ON "engine"."task" USING btree ("function_id","concurrency_key") WHERE "engine"."task"."admitted";--> statement-breakpoint
CREATE INDEX "account_user" ON "identity"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "attempt_started" ON "identity"."attempt" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "membership_party" ON "identity"."membership" USING btree ("operator_id","party_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "identity"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_expires" ON "identity"."session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "verification_token_expires" ON "identity"."verification_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "invoice_issued" ON "app"."invoice" USING btree ("operator_id","issued_at");--> statement-breakpoint
CREATE INDEX "invoice_seller" ON "app"."invoice" USING btree ("operator_id","seller_id","issued_at");--> statement-breakpoint
CREATE INDEX "invoice_customer" ON "app"."invoice" USING btree ("operator_id","customer_id");--> statement-breakpoint
CREATE INDEX "invoice_subscription" ON "app"."invoice" USING btree ("operator_id","subscription_id");--> statement-breakpoint
CREATE INDEX "invoice_open" ON "app"."invoice" USING btree ("operator_id","due_at") WHERE "app"."invoice"."status" in ('issued', 'partially_paid');--> statement-breakpoint
CREATE INDEX "invoice_line_invoice" ON "app"."invoice_line" USING btree ("operator_id","invoice_id");--> statement-breakpoint
CREATE INDEX "payment_invoice" ON "app"."payment" USING btree ("operator_id","invoice_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_account" ON "app"."ledger_entry" USING btree ("operator_id","account","owner_id","currency");--> statement-breakpoint
CREATE INDEX "ledger_transaction_booked" ON "app"."ledger_transaction" USING btree ("operator_id","booked_at");--> statement-breakpoint
CREATE INDEX "product_item_product" ON "app"."product_item" USING btree ("operator_id","product_id");--> statement-breakpoint
CREATE INDEX "rehearsal_version" ON "app"."rehearsal" USING btree ("operator_id","offer_version_id");--> statement-breakpoint
CREATE INDEX "order_owner" ON "app"."order" USING btree ("operator_id","owner_path");--> statement-breakpoint
CREATE INDEX "order_item_order" ON "app"."order_item" USING btree ("operator_id","order_id");--> statement-breakpoint
CREATE INDEX "order_leg_order" ON "app"."order_leg" USING btree ("operator_id","order_id");--> statement-breakpoint
CREATE INDEX "agreement_child" ON "app"."agreement" USING btree ("operator_id","child_id");--> statement-breakpoint
CREATE INDEX "edge_child" ON "app"."edge" USING btree ("operator_id","child_id");--> statement-breakpoint
CREATE INDEX "edge_parent" ON "app"."edge" USING btree ("operator_id","parent_id");--> statement-breakpoint
CREATE INDEX "party_parent" ON "app"."party" USING btree ("operator_id","parent_id");--> statement-breakpoint
CREATE INDEX "payout_party" ON "app"."payout" USING btree ("operator_id","party_id","created_at");--> statement-breakpoint
CREATE INDEX "payout_item_payout" ON "app"."payout_item" USING btree ("operator_id","payout_id");--> statement-breakpoint
CREATE INDEX "statement_party" ON "app"."statement" USING btree ("operator_id","party_id","to");--> statement-breakpoint
CREATE INDEX "statement_line_settlement" ON "app"."statement_line" USING btree ("operator_id","settlement_line_id");--> statement-breakpoint
CREATE INDEX "quote_owner" ON "app"."quote" USING btree ("operator_id","owner_path");--> statement-breakpoint
CREATE INDEX "quote_leg_version" ON "app"."quote_leg" USING btree ("operator_id","quote_version_id");--> statement-breakpoint
CREATE INDEX "quote_line_version" ON "app"."quote_line" USING btree ("operator_id","quote_version_id");--> statement-breakpoint
CREATE INDEX "quote_version_status" ON "app"."quote_version" USING btree ("operator_id","status");--> statement-breakpoint
CREATE INDEX "rated_item_run" ON "app"."rated_item" USING btree ("operator_id","bill_run_id");--> statement-breakpoint
CREATE INDEX "settlement_line_party" ON "app"."settlement_line" USING btree ("operator_id","party_id","accrued_at");--> statement-breakpoint
CREATE INDEX "settlement_line_invoice" ON "app"."settlement_line" USING btree ("operator_id","invoice_id");--> statement-breakpoint
CREATE INDEX "settlement_release_party" ON "app"."settlement_release" USING btree ("operator_id","party_id","currency","payable_from");--> statement-breakpoint
CREATE INDEX "usage_event_window" ON "app"."usage_event" USING btree ("subscription_item_id","used_at");--> statement-breakpoint
CREATE INDEX "usage_event_file" ON "app"."usage_event" USING brin ("file_id","row_number") WITH (autosummarize=true);--> statement-breakpoint
CREATE INDEX "usage_file_received" ON "app"."usage_file" USING btree ("operator_id","received_at");--> statement-breakpoint
CREATE INDEX "usage_parked_open" ON "app"."usage_parked" USING btree ("operator_id","status","reason","account");--> statement-breakpoint
CREATE INDEX "usage_parked_key" ON "app"."usage_parked" USING btree ("operator_id","source_id","key");--> statement-breakpoint
CREATE POLICY "seen" ON "app"."fulfilment_task" AS PERMISSIVE FOR SELECT TO public USING ("app"."fulfilment_task"."operator_id" = current_setting('app.operator_id', true) and (("app"."fulfilment_task"."owner_path" >= current_setting('app.path_from', true)
    and "app"."fulfilment_task"."owner_path" < current_setting('app.path_to', true)) or "app"."fulfilment_task"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."fulfilment_task" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."fulfilment_task"."operator_id" = current_setting('app.operator_id', true) and (("app"."fulfilment_task"."owner_path" >= current_setting('app.path_from', true)
    and "app"."fulfilment_task"."owner_path" < current_setting('app.path_to', true)) or "app"."fulfilment_task"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."fulfilment_task" AS PERMISSIVE FOR UPDATE TO public USING ("app"."fulfilment_task"."operator_id" = current_setting('app.operator_id', true) and (("app"."fulfilment_task"."owner_path" >= current_setting('app.path_from', true)
    and "app"."fulfilment_task"."owner_path" < current_setting('app.path_to', true)) or "app"."fulfilment_task"."supplier_id" = current_setting('app.party', true))) WITH CHECK ("app"."fulfilment_task"."operator_id" = current_setting('app.operator_id', true) and (("app"."fulfilment_task"."owner_path" >= current_setting('app.path_from', true)
    and "app"."fulfilment_task"."owner_path" < current_setting('app.path_to', true)) or "app"."fulfilment_task"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."fulfilment_task" AS PERMISSIVE FOR DELETE TO public USING ("app"."fulfilment_task"."operator_id" = current_setting('app.operator_id', true) and (("app"."fulfilment_task"."owner_path" >= current_setting('app.path_from', true)
    and "app"."fulfilment_task"."owner_path" < current_setting('app.path_to', true)) or "app"."fulfilment_task"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."subscription" AS PERMISSIVE FOR SELECT TO public USING ("app"."subscription"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."subscription" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."subscription"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."subscription" AS PERMISSIVE FOR UPDATE TO public USING ("app"."subscription"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."subscription"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."subscription" AS PERMISSIVE FOR DELETE TO public USING ("app"."subscription"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."subscription_item" AS PERMISSIVE FOR SELECT TO public USING ("app"."subscription_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription_item"."owner_path" < current_setting('app.path_to', true)) or "app"."subscription_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."subscription_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."subscription_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription_item"."owner_path" < current_setting('app.path_to', true)) or "app"."subscription_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."subscription_item" AS PERMISSIVE FOR UPDATE TO public USING ("app"."subscription_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription_item"."owner_path" < current_setting('app.path_to', true)) or "app"."subscription_item"."supplier_id" = current_setting('app.party', true))) WITH CHECK ("app"."subscription_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription_item"."owner_path" < current_setting('app.path_to', true)) or "app"."subscription_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."subscription_item" AS PERMISSIVE FOR DELETE TO public USING ("app"."subscription_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."subscription_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."subscription_item"."owner_path" < current_setting('app.path_to', true)) or "app"."subscription_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."supplier_connector" AS PERMISSIVE FOR SELECT TO public USING ("app"."supplier_connector"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."supplier_connector" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."supplier_connector"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."supplier_connector" AS PERMISSIVE FOR UPDATE TO public USING ("app"."supplier_connector"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."supplier_connector"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."supplier_connector" AS PERMISSIVE FOR DELETE TO public USING ("app"."supplier_connector"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."task_attempt" AS PERMISSIVE FOR SELECT TO public USING ("app"."task_attempt"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_attempt"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_attempt"."owner_path" < current_setting('app.path_to', true)) or "app"."task_attempt"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."task_attempt" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."task_attempt"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_attempt"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_attempt"."owner_path" < current_setting('app.path_to', true)) or "app"."task_attempt"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."task_attempt" AS PERMISSIVE FOR UPDATE TO public USING ("app"."task_attempt"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_attempt"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_attempt"."owner_path" < current_setting('app.path_to', true)) or "app"."task_attempt"."supplier_id" = current_setting('app.party', true))) WITH CHECK ("app"."task_attempt"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_attempt"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_attempt"."owner_path" < current_setting('app.path_to', true)) or "app"."task_attempt"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."task_attempt" AS PERMISSIVE FOR DELETE TO public USING ("app"."task_attempt"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_attempt"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_attempt"."owner_path" < current_setting('app.path_to', true)) or "app"."task_attempt"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."task_exception" AS PERMISSIVE FOR SELECT TO public USING ("app"."task_exception"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_exception"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_exception"."owner_path" < current_setting('app.path_to', true)) or "app"."task_exception"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."task_exception" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."task_exception"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_exception"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_exception"."owner_path" < current_setting('app.path_to', true)) or "app"."task_exception"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."task_exception" AS PERMISSIVE FOR UPDATE TO public USING ("app"."task_exception"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_exception"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_exception"."owner_path" < current_setting('app.path_to', true)) or "app"."task_exception"."supplier_id" = current_setting('app.party', true))) WITH CHECK ("app"."task_exception"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_exception"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_exception"."owner_path" < current_setting('app.path_to', true)) or "app"."task_exception"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."task_exception" AS PERMISSIVE FOR DELETE TO public USING ("app"."task_exception"."operator_id" = current_setting('app.operator_id', true) and (("app"."task_exception"."owner_path" >= current_setting('app.path_from', true)
    and "app"."task_exception"."owner_path" < current_setting('app.path_to', true)) or "app"."task_exception"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."approval" AS PERMISSIVE FOR SELECT TO public USING ("app"."approval"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."approval"."party_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."approval" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."approval"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."approval" AS PERMISSIVE FOR UPDATE TO public USING ("app"."approval"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."approval"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."approval" AS PERMISSIVE FOR DELETE TO public USING ("app"."approval"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."audit_entry" AS PERMISSIVE FOR SELECT TO public USING ("app"."audit_entry"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "added" ON "app"."audit_entry" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."audit_entry"."operator_id" = current_setting('app.operator_id', true) and "app"."audit_entry"."actor_party_id" = current_setting('app.party', true));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."audit_root" AS PERMISSIVE FOR SELECT TO public USING ("app"."audit_root"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "added" ON "app"."audit_root" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."audit_root"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."audit_seal" AS PERMISSIVE FOR SELECT TO public USING ("app"."audit_seal"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "added" ON "app"."audit_seal" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."audit_seal"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."audit_unsealed" AS PERMISSIVE FOR SELECT TO public USING ("app"."audit_unsealed"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "added" ON "app"."audit_unsealed" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."audit_unsealed"."operator_id" = current_setting('app.operator_id', true));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."audit_unsealed" AS PERMISSIVE FOR UPDATE TO public USING ("app"."audit_unsealed"."operator_id" = current_setting('app.operator_id', true) and false);--> statement-breakpoint
CREATE POLICY "removed" ON "app"."audit_unsealed" AS PERMISSIVE FOR DELETE TO public USING ("app"."audit_unsealed"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."bill_run" AS PERMISSIVE FOR SELECT TO public USING ("app"."bill_run"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."bill_run" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."bill_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."bill_run" AS PERMISSIVE FOR UPDATE TO public USING ("app"."bill_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."bill_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."bill_run" AS PERMISSIVE FOR DELETE TO public USING ("app"."bill_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."bill_shard" AS PERMISSIVE FOR SELECT TO public USING ("app"."bill_shard"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."bill_shard" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."bill_shard"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."bill_shard" AS PERMISSIVE FOR UPDATE TO public USING ("app"."bill_shard"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."bill_shard"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."bill_shard" AS PERMISSIVE FOR DELETE TO public USING ("app"."bill_shard"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."invoice" AS PERMISSIVE FOR SELECT TO public USING ("app"."invoice"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."invoice"."seller_id" = current_setting('app.party', true) or "app"."invoice"."customer_id" = current_setting('app.party', true) or "app"."invoice"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."invoice" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."invoice"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."invoice" AS PERMISSIVE FOR UPDATE TO public USING ("app"."invoice"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."invoice"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."invoice" AS PERMISSIVE FOR DELETE TO public USING ("app"."invoice"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."invoice_line" AS PERMISSIVE FOR SELECT TO public USING ("app"."invoice_line"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."invoice_line"."seller_id" = current_setting('app.party', true) or "app"."invoice_line"."customer_id" = current_setting('app.party', true) or "app"."invoice_line"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."invoice_line" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."invoice_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."invoice_line" AS PERMISSIVE FOR UPDATE TO public USING ("app"."invoice_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."invoice_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."invoice_line" AS PERMISSIVE FOR DELETE TO public USING ("app"."invoice_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."invoice_tax" AS PERMISSIVE FOR SELECT TO public USING ("app"."invoice_tax"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."invoice_tax"."seller_id" = current_setting('app.party', true) or "app"."invoice_tax"."customer_id" = current_setting('app.party', true) or "app"."invoice_tax"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."invoice_tax" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."invoice_tax"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."invoice_tax" AS PERMISSIVE FOR UPDATE TO public USING ("app"."invoice_tax"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."invoice_tax"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."invoice_tax" AS PERMISSIVE FOR DELETE TO public USING ("app"."invoice_tax"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."payment" AS PERMISSIVE FOR SELECT TO public USING ("app"."payment"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."payment"."seller_id" = current_setting('app.party', true) or "app"."payment"."customer_id" = current_setting('app.party', true) or "app"."payment"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."payment" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."payment"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."payment" AS PERMISSIVE FOR UPDATE TO public USING ("app"."payment"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."payment"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."payment" AS PERMISSIVE FOR DELETE TO public USING ("app"."payment"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."payment_allocation" AS PERMISSIVE FOR SELECT TO public USING ("app"."payment_allocation"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."payment_allocation"."seller_id" = current_setting('app.party', true) or "app"."payment_allocation"."customer_id" = current_setting('app.party', true) or "app"."payment_allocation"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."payment_allocation" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."payment_allocation"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."payment_allocation" AS PERMISSIVE FOR UPDATE TO public USING ("app"."payment_allocation"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."payment_allocation"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."payment_allocation" AS PERMISSIVE FOR DELETE TO public USING ("app"."payment_allocation"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."ledger_entry" AS PERMISSIVE FOR SELECT TO public USING ("app"."ledger_entry"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."ledger_entry"."owner_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."ledger_entry" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."ledger_entry"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."ledger_entry" AS PERMISSIVE FOR UPDATE TO public USING ("app"."ledger_entry"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."ledger_entry"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."ledger_entry" AS PERMISSIVE FOR DELETE TO public USING ("app"."ledger_entry"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."ledger_transaction" AS PERMISSIVE FOR SELECT TO public USING ("app"."ledger_transaction"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."ledger_transaction" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."ledger_transaction"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."ledger_transaction" AS PERMISSIVE FOR UPDATE TO public USING ("app"."ledger_transaction"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."ledger_transaction"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."ledger_transaction" AS PERMISSIVE FOR DELETE TO public USING ("app"."ledger_transaction"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."meter" AS PERMISSIVE FOR SELECT TO public USING ("app"."meter"."operator_id" = current_setting('app.operator_id', true));--> statement-breakpoint
CREATE POLICY "added" ON "app"."meter" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."meter" AS PERMISSIVE FOR UPDATE TO public USING ("app"."meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."meter" AS PERMISSIVE FOR DELETE TO public USING ("app"."meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."offer" AS PERMISSIVE FOR SELECT TO public USING ("app"."offer"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."offer"."published_at" is not null));--> statement-breakpoint
CREATE POLICY "added" ON "app"."offer" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."offer"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."offer" AS PERMISSIVE FOR UPDATE TO public USING ("app"."offer"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."offer"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."offer" AS PERMISSIVE FOR DELETE TO public USING ("app"."offer"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."offer_component" AS PERMISSIVE FOR SELECT TO public USING ("app"."offer_component"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."offer_component"."published_at" is not null));--> statement-breakpoint
CREATE POLICY "added" ON "app"."offer_component" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."offer_component"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."offer_component" AS PERMISSIVE FOR UPDATE TO public USING ("app"."offer_component"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."offer_component"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."offer_component" AS PERMISSIVE FOR DELETE TO public USING ("app"."offer_component"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."offer_version" AS PERMISSIVE FOR SELECT TO public USING ("app"."offer_version"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."offer_version"."published_at" is not null));--> statement-breakpoint
CREATE POLICY "added" ON "app"."offer_version" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."offer_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."offer_version" AS PERMISSIVE FOR UPDATE TO public USING ("app"."offer_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."offer_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."offer_version" AS PERMISSIVE FOR DELETE TO public USING ("app"."offer_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."price" AS PERMISSIVE FOR SELECT TO public USING ("app"."price"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."price"."seller_id" = current_setting('app.party', true) or "app"."price"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."price" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."price"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."price" AS PERMISSIVE FOR UPDATE TO public USING ("app"."price"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."price"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."price" AS PERMISSIVE FOR DELETE TO public USING ("app"."price"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."price_list" AS PERMISSIVE FOR SELECT TO public USING ("app"."price_list"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."price_list"."seller_id" = current_setting('app.party', true) or "app"."price_list"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."price_list" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."price_list"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."price_list" AS PERMISSIVE FOR UPDATE TO public USING ("app"."price_list"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."price_list"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."price_list" AS PERMISSIVE FOR DELETE TO public USING ("app"."price_list"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."price_version" AS PERMISSIVE FOR SELECT TO public USING ("app"."price_version"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."price_version"."seller_id" = current_setting('app.party', true) or "app"."price_version"."reader_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."price_version" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."price_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."price_version" AS PERMISSIVE FOR UPDATE TO public USING ("app"."price_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."price_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."price_version" AS PERMISSIVE FOR DELETE TO public USING ("app"."price_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."product" AS PERMISSIVE FOR SELECT TO public USING ("app"."product"."operator_id" = current_setting('app.operator_id', true));--> statement-breakpoint
CREATE POLICY "added" ON "app"."product" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."product"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."product" AS PERMISSIVE FOR UPDATE TO public USING ("app"."product"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."product"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."product" AS PERMISSIVE FOR DELETE TO public USING ("app"."product"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."product_item" AS PERMISSIVE FOR SELECT TO public USING ("app"."product_item"."operator_id" = current_setting('app.operator_id', true));--> statement-breakpoint
CREATE POLICY "added" ON "app"."product_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."product_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."product_item" AS PERMISSIVE FOR UPDATE TO public USING ("app"."product_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."product_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."product_item" AS PERMISSIVE FOR DELETE TO public USING ("app"."product_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."rehearsal" AS PERMISSIVE FOR SELECT TO public USING ("app"."rehearsal"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."rehearsal" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."rehearsal"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."rehearsal" AS PERMISSIVE FOR UPDATE TO public USING ("app"."rehearsal"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."rehearsal"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."rehearsal" AS PERMISSIVE FOR DELETE TO public USING ("app"."rehearsal"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."order" AS PERMISSIVE FOR SELECT TO public USING ("app"."order"."operator_id" = current_setting('app.operator_id', true) and (("app"."order"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."order" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."order"."operator_id" = current_setting('app.operator_id', true) and (("app"."order"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."order" AS PERMISSIVE FOR UPDATE TO public USING ("app"."order"."operator_id" = current_setting('app.operator_id', true) and (("app"."order"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."order"."operator_id" = current_setting('app.operator_id', true) and (("app"."order"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."order" AS PERMISSIVE FOR DELETE TO public USING ("app"."order"."operator_id" = current_setting('app.operator_id', true) and (("app"."order"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."order_item" AS PERMISSIVE FOR SELECT TO public USING ("app"."order_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."order_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order_item"."owner_path" < current_setting('app.path_to', true)) or "app"."order_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."order_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."order_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."order_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order_item"."owner_path" < current_setting('app.path_to', true)) or "app"."order_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."order_item" AS PERMISSIVE FOR UPDATE TO public USING ("app"."order_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."order_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order_item"."owner_path" < current_setting('app.path_to', true)) or "app"."order_item"."supplier_id" = current_setting('app.party', true))) WITH CHECK ("app"."order_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."order_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order_item"."owner_path" < current_setting('app.path_to', true)) or "app"."order_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."order_item" AS PERMISSIVE FOR DELETE TO public USING ("app"."order_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."order_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."order_item"."owner_path" < current_setting('app.path_to', true)) or "app"."order_item"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."order_leg" AS PERMISSIVE FOR SELECT TO public USING ("app"."order_leg"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'
      or ("app"."order_leg"."kind" = 'sale' and ("app"."order_leg"."seller_id" = current_setting('app.party', true) or "app"."order_leg"."buyer_id" = current_setting('app.party', true)))
      or "app"."order_leg"."payer_id" = current_setting('app.party', true) or "app"."order_leg"."payee_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."order_leg" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."order_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."order_leg" AS PERMISSIVE FOR UPDATE TO public USING ("app"."order_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."order_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."order_leg" AS PERMISSIVE FOR DELETE TO public USING ("app"."order_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."agreement" AS PERMISSIVE FOR SELECT TO public USING ("app"."agreement"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."agreement"."parent_id" = current_setting('app.party', true) or "app"."agreement"."child_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."agreement" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."agreement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."agreement" AS PERMISSIVE FOR UPDATE TO public USING ("app"."agreement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."agreement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."agreement" AS PERMISSIVE FOR DELETE TO public USING ("app"."agreement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."agreement_version" AS PERMISSIVE FOR SELECT TO public USING ("app"."agreement_version"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."agreement_version"."parent_id" = current_setting('app.party', true) or "app"."agreement_version"."child_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."agreement_version" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."agreement_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."agreement_version" AS PERMISSIVE FOR UPDATE TO public USING ("app"."agreement_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."agreement_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."agreement_version" AS PERMISSIVE FOR DELETE TO public USING ("app"."agreement_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."bank_account" AS PERMISSIVE FOR SELECT TO public USING ("app"."bank_account"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."bank_account"."party_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."bank_account" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."bank_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."bank_account" AS PERMISSIVE FOR UPDATE TO public USING ("app"."bank_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."bank_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."bank_account" AS PERMISSIVE FOR DELETE TO public USING ("app"."bank_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."edge" AS PERMISSIVE FOR SELECT TO public USING ("app"."edge"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."edge"."parent_id" = current_setting('app.party', true) or "app"."edge"."child_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."edge" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."edge"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."edge" AS PERMISSIVE FOR UPDATE TO public USING ("app"."edge"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."edge"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."edge" AS PERMISSIVE FOR DELETE TO public USING ("app"."edge"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."number_series" AS PERMISSIVE FOR SELECT TO public USING ("app"."number_series"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."number_series" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."number_series"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."number_series" AS PERMISSIVE FOR UPDATE TO public USING ("app"."number_series"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."number_series"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."number_series" AS PERMISSIVE FOR DELETE TO public USING ("app"."number_series"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."party" AS PERMISSIVE FOR SELECT TO public USING ("app"."party"."operator_id" = current_setting('app.operator_id', true) and (("app"."party"."path" >= current_setting('app.path_from', true)
    and "app"."party"."path" < current_setting('app.path_to', true)) or "app"."party"."disclosed"
        or starts_with(current_setting('app.path_from', true), "app"."party"."path")));--> statement-breakpoint
CREATE POLICY "added" ON "app"."party" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."party"."operator_id" = current_setting('app.operator_id', true) and ("app"."party"."path" >= current_setting('app.path_from', true)
    and "app"."party"."path" < current_setting('app.path_to', true)));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."party" AS PERMISSIVE FOR UPDATE TO public USING ("app"."party"."operator_id" = current_setting('app.operator_id', true) and ("app"."party"."path" >= current_setting('app.path_from', true)
    and "app"."party"."path" < current_setting('app.path_to', true))) WITH CHECK ("app"."party"."operator_id" = current_setting('app.operator_id', true) and ("app"."party"."path" >= current_setting('app.path_from', true)
    and "app"."party"."path" < current_setting('app.path_to', true)));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."party" AS PERMISSIVE FOR DELETE TO public USING ("app"."party"."operator_id" = current_setting('app.operator_id', true) and ("app"."party"."path" >= current_setting('app.path_from', true)
    and "app"."party"."path" < current_setting('app.path_to', true)));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."party_profile" AS PERMISSIVE FOR SELECT TO public USING ("app"."party_profile"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_profile"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_profile"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."party_profile" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."party_profile"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_profile"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_profile"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."party_profile" AS PERMISSIVE FOR UPDATE TO public USING ("app"."party_profile"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_profile"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_profile"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."party_profile"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_profile"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_profile"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."party_profile" AS PERMISSIVE FOR DELETE TO public USING ("app"."party_profile"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_profile"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_profile"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."party_role" AS PERMISSIVE FOR SELECT TO public USING ("app"."party_role"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_role"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_role"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."party_role" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."party_role"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_role"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_role"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."party_role" AS PERMISSIVE FOR UPDATE TO public USING ("app"."party_role"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_role"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_role"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."party_role"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_role"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_role"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."party_role" AS PERMISSIVE FOR DELETE TO public USING ("app"."party_role"."operator_id" = current_setting('app.operator_id', true) and (("app"."party_role"."owner_path" >= current_setting('app.path_from', true)
    and "app"."party_role"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."payment_file" AS PERMISSIVE FOR SELECT TO public USING ("app"."payment_file"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."payment_file" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."payment_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."payment_file" AS PERMISSIVE FOR UPDATE TO public USING ("app"."payment_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."payment_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."payment_file" AS PERMISSIVE FOR DELETE TO public USING ("app"."payment_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."payout" AS PERMISSIVE FOR SELECT TO public USING ("app"."payout"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."payout"."party_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."payout" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."payout"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."payout" AS PERMISSIVE FOR UPDATE TO public USING ("app"."payout"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."payout"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."payout" AS PERMISSIVE FOR DELETE TO public USING ("app"."payout"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."payout_item" AS PERMISSIVE FOR SELECT TO public USING ("app"."payout_item"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."payout_item"."party_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."payout_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."payout_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."payout_item" AS PERMISSIVE FOR UPDATE TO public USING ("app"."payout_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."payout_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."payout_item" AS PERMISSIVE FOR DELETE TO public USING ("app"."payout_item"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."payout_run" AS PERMISSIVE FOR SELECT TO public USING ("app"."payout_run"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."payout_run" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."payout_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."payout_run" AS PERMISSIVE FOR UPDATE TO public USING ("app"."payout_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."payout_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."payout_run" AS PERMISSIVE FOR DELETE TO public USING ("app"."payout_run"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."statement" AS PERMISSIVE FOR SELECT TO public USING ("app"."statement"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."statement"."party_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."statement" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."statement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."statement" AS PERMISSIVE FOR UPDATE TO public USING ("app"."statement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."statement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."statement" AS PERMISSIVE FOR DELETE TO public USING ("app"."statement"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."statement_line" AS PERMISSIVE FOR SELECT TO public USING ("app"."statement_line"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."statement_line"."party_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."statement_line" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."statement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."statement_line" AS PERMISSIVE FOR UPDATE TO public USING ("app"."statement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."statement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."statement_line" AS PERMISSIVE FOR DELETE TO public USING ("app"."statement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."quote" AS PERMISSIVE FOR SELECT TO public USING ("app"."quote"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."quote" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."quote"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."quote" AS PERMISSIVE FOR UPDATE TO public USING ("app"."quote"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."quote"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."quote" AS PERMISSIVE FOR DELETE TO public USING ("app"."quote"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."quote_leg" AS PERMISSIVE FOR SELECT TO public USING ("app"."quote_leg"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'
      or ("app"."quote_leg"."kind" = 'sale' and ("app"."quote_leg"."seller_id" = current_setting('app.party', true) or "app"."quote_leg"."buyer_id" = current_setting('app.party', true)))
      or "app"."quote_leg"."payer_id" = current_setting('app.party', true) or "app"."quote_leg"."payee_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."quote_leg" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."quote_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."quote_leg" AS PERMISSIVE FOR UPDATE TO public USING ("app"."quote_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."quote_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."quote_leg" AS PERMISSIVE FOR DELETE TO public USING ("app"."quote_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."quote_line" AS PERMISSIVE FOR SELECT TO public USING ("app"."quote_line"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_line"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_line"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."quote_line" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."quote_line"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_line"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_line"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."quote_line" AS PERMISSIVE FOR UPDATE TO public USING ("app"."quote_line"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_line"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_line"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."quote_line"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_line"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_line"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."quote_line" AS PERMISSIVE FOR DELETE TO public USING ("app"."quote_line"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_line"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_line"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."quote_version" AS PERMISSIVE FOR SELECT TO public USING ("app"."quote_version"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_version"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_version"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."quote_version" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."quote_version"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_version"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_version"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."quote_version" AS PERMISSIVE FOR UPDATE TO public USING ("app"."quote_version"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_version"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_version"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."quote_version"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_version"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_version"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."quote_version" AS PERMISSIVE FOR DELETE TO public USING ("app"."quote_version"."operator_id" = current_setting('app.operator_id', true) and (("app"."quote_version"."owner_path" >= current_setting('app.path_from', true)
    and "app"."quote_version"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."rated_item" AS PERMISSIVE FOR SELECT TO public USING ("app"."rated_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."rated_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."rated_item"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."rated_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."rated_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."rated_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."rated_item"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."rated_item" AS PERMISSIVE FOR UPDATE TO public USING ("app"."rated_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."rated_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."rated_item"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."rated_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."rated_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."rated_item"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."rated_item" AS PERMISSIVE FOR DELETE TO public USING ("app"."rated_item"."operator_id" = current_setting('app.operator_id', true) and (("app"."rated_item"."owner_path" >= current_setting('app.path_from', true)
    and "app"."rated_item"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."rated_leg" AS PERMISSIVE FOR SELECT TO public USING ("app"."rated_leg"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'
      or ("app"."rated_leg"."kind" = 'sale' and ("app"."rated_leg"."seller_id" = current_setting('app.party', true) or "app"."rated_leg"."buyer_id" = current_setting('app.party', true)))
      or "app"."rated_leg"."payer_id" = current_setting('app.party', true) or "app"."rated_leg"."payee_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."rated_leg" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."rated_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."rated_leg" AS PERMISSIVE FOR UPDATE TO public USING ("app"."rated_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."rated_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."rated_leg" AS PERMISSIVE FOR DELETE TO public USING ("app"."rated_leg"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."rule_version" AS PERMISSIVE FOR SELECT TO public USING ("app"."rule_version"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."rule_version" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."rule_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."rule_version" AS PERMISSIVE FOR UPDATE TO public USING ("app"."rule_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."rule_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."rule_version" AS PERMISSIVE FOR DELETE TO public USING ("app"."rule_version"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."settlement_line" AS PERMISSIVE FOR SELECT TO public USING ("app"."settlement_line"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."settlement_line"."party_id" = current_setting('app.party', true) or "app"."settlement_line"."payer_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."settlement_line" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."settlement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."settlement_line" AS PERMISSIVE FOR UPDATE TO public USING ("app"."settlement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."settlement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."settlement_line" AS PERMISSIVE FOR DELETE TO public USING ("app"."settlement_line"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."settlement_release" AS PERMISSIVE FOR SELECT TO public USING ("app"."settlement_release"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."settlement_release"."party_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."settlement_release" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."settlement_release"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."settlement_release" AS PERMISSIVE FOR UPDATE TO public USING ("app"."settlement_release"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."settlement_release"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."settlement_release" AS PERMISSIVE FOR DELETE TO public USING ("app"."settlement_release"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_account" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_account"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_account" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_account" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_account" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_account"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_batch" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_batch"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_batch" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_batch"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_batch" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_batch"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_batch"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_batch" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_batch"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_chunk" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_chunk"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_chunk" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_chunk"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_chunk" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_chunk"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_chunk"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_chunk" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_chunk"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_event" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_event"."operator_id" = current_setting('app.operator_id', true) and (("app"."usage_event"."owner_path" >= current_setting('app.path_from', true)
    and "app"."usage_event"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_event" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_event"."operator_id" = current_setting('app.operator_id', true) and (("app"."usage_event"."owner_path" >= current_setting('app.path_from', true)
    and "app"."usage_event"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_event" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_event"."operator_id" = current_setting('app.operator_id', true) and (("app"."usage_event"."owner_path" >= current_setting('app.path_from', true)
    and "app"."usage_event"."owner_path" < current_setting('app.path_to', true)))) WITH CHECK ("app"."usage_event"."operator_id" = current_setting('app.operator_id', true) and (("app"."usage_event"."owner_path" >= current_setting('app.path_from', true)
    and "app"."usage_event"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_event" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_event"."operator_id" = current_setting('app.operator_id', true) and (("app"."usage_event"."owner_path" >= current_setting('app.path_from', true)
    and "app"."usage_event"."owner_path" < current_setting('app.path_to', true))));--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_file" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_file"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."usage_file"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_file" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_file" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_file" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_file"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_meter" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_meter"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on'));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_meter" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_meter" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_meter" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_meter"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_parked" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_parked"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."usage_parked"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_parked" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_parked"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_parked" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_parked"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_parked"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_parked" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_parked"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_rejected" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_rejected"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."usage_rejected"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_rejected" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_rejected"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_rejected" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_rejected"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_rejected"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_rejected" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_rejected"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "seen" ON "app"."usage_source" AS PERMISSIVE FOR SELECT TO public USING ("app"."usage_source"."operator_id" = current_setting('app.operator_id', true) and (current_setting('app.is_operator', true) = 'on' or "app"."usage_source"."supplier_id" = current_setting('app.party', true)));--> statement-breakpoint
CREATE POLICY "added" ON "app"."usage_source" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("app"."usage_source"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "changed" ON "app"."usage_source" AS PERMISSIVE FOR UPDATE TO public USING ("app"."usage_source"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on') WITH CHECK ("app"."usage_source"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');--> statement-breakpoint
CREATE POLICY "removed" ON "app"."usage_source" AS PERMISSIVE FOR DELETE TO public USING ("app"."usage_source"."operator_id" = current_setting('app.operator_id', true) and current_setting('app.is_operator', true) = 'on');
