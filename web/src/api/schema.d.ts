/* Generated from openapi.json by `npm run generate`: do not edit. */
export interface paths {
    "/api/v2/ai/embeddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Embeddings
         * @description Where the workspace's vectors come from, and how far they are.
         */
        get: operations["read_embeddings_api_v2_ai_embeddings_get"];
        /**
         * Choose Embeddings
         * @description Chooses where vectors come from, once the source has given one; another model's vectors are
         *     built in the background, and the earlier ones searched until they are complete.
         */
        put: operations["choose_embeddings_api_v2_ai_embeddings_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ai/embeddings/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Build
         * @description Stops the build under way; the vectors made so far are kept for going on later.
         */
        post: operations["cancel_build_api_v2_ai_embeddings_cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ai/embeddings/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild
         * @description Goes on with a build that was stopped or has failed, else makes all vectors anew.
         */
        post: operations["rebuild_api_v2_ai_embeddings_rebuild_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ai/embeddings/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Embeddings
         * @description Asks a source for one vector. Changes nothing, so that each call asks again.
         */
        post: operations["test_embeddings_api_v2_ai_embeddings_test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ai/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Models
         * @description The chain in its order of fall-back: the installation's models, then the workspace's.
         */
        get: operations["list_models_api_v2_ai_models_get"];
        put?: never;
        /**
         * Add Model
         * @description Adds a model at the end of the chain.
         */
        post: operations["add_model_api_v2_ai_models_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ai/models/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order Models
         * @description Sets the order of fall-back.
         */
        put: operations["order_models_api_v2_ai_models_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ai/models/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Model
         * @description Asks a model for one word: a stored one by `id`, or one that is not saved yet.
         *
         *     Changes nothing, so that each call asks again: an `Idempotency-Key` is not read here.
         */
        post: operations["test_model_api_v2_ai_models_test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/ai/models/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Model
         * @description Removes a model and its key.
         */
        delete: operations["remove_model_api_v2_ai_models__model_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Model
         * @description Changes a model; its breaker starts afresh when address, model or key change.
         */
        patch: operations["change_model_api_v2_ai_models__model_id__patch"];
        trace?: never;
    };
    "/api/v2/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description Answers a question from the documents that the member may see, or says that it can't.
         *
         *     With `Accept: text/event-stream` the answer comes as events: `token` {text}, `restart` (drop
         *     the text so far), `citation`, `done` (the whole answer), `error` (a problem).
         */
        post: operations["ask_api_v2_answers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/answers/{answer_id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand Over
         * @description Asks for a person; the wish is kept for the IT company's staff.
         */
        post: operations["hand_over_api_v2_answers__answer_id__handover_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/answers/{answer_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate
         * @description Rates one of one's own answers; a new rating replaces the old.
         */
        post: operations["rate_api_v2_answers__answer_id__rating_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Api Keys
         * @description One's own working keys; an admin sees all.
         */
        get: operations["list_api_keys_api_v2_api_keys_get"];
        put?: never;
        /**
         * Create Api Key
         * @description Makes a key; the answer holds its secret, this once.
         */
        post: operations["create_api_key_api_v2_api_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Api Key
         * @description Revokes a key; it stops working at once.
         */
        delete: operations["revoke_api_key_api_v2_api_keys__key_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Companies
         * @description All client companies.
         */
        get: operations["list_companies_api_v2_companies_get"];
        put?: never;
        /**
         * Add Company
         * @description Adds a client company.
         */
        post: operations["add_company_api_v2_companies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description One's own conversations, the latest first.
         */
        get: operations["list_conversations_api_v2_conversations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversation
         * @description One of one's own conversations with its messages.
         */
        get: operations["read_conversation_api_v2_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Demo Accounts
         * @description The demo's sign-ins; 404 where no demo is shown.
         */
        get: operations["read_demo_accounts_api_v2_demo_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Documents
         * @description Documents that the member may see.
         */
        get: operations["list_documents_api_v2_documents_get"];
        put?: never;
        /**
         * Upload
         * @description Takes a file in; a known path gets new content. `audience`: public, workspace or
         *     companies:<id>,<id>; without it the folder's rule holds.
         */
        post: operations["upload_api_v2_documents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Document
         * @description One document with its state.
         */
        get: operations["read_document_api_v2_documents__document_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Document
         * @description Takes the document out of answers at once. POST …/restoration undoes it for 30 days.
         */
        delete: operations["delete_document_api_v2_documents__document_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Document
         * @description Changes title or audience; works at once.
         */
        patch: operations["change_document_api_v2_documents__document_id__patch"];
        trace?: never;
    };
    "/api/v2/documents/{document_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Content
         * @description The document's passages in order.
         */
        get: operations["read_content_api_v2_documents__document_id__content_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents/{document_id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Original
         * @description The file as it was uploaded, to download.
         */
        get: operations["read_original_api_v2_documents__document_id__original_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents/{document_id}/passages/{passage_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Passage
         * @description One passage.
         */
        get: operations["read_passage_api_v2_documents__document_id__passages__passage_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents/{document_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Document
         * @description Undoes a deletion.
         */
        post: operations["restore_document_api_v2_documents__document_id__restoration_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents/{document_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Document
         * @description Reads a failed document again.
         */
        post: operations["retry_document_api_v2_documents__document_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/documents/{document_id}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read View
         * @description The document to look at; blocks carry id="b{n}".
         */
        get: operations["read_view_api_v2_documents__document_id__view_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description Live events of the signed-in member, as server-sent events.
         *
         *     `document.updated`, `document.deleted`, `message.created`, `resync` (load again), `ping`.
         */
        get: operations["events_api_v2_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Folders
         * @description Folders with how many documents lie below each.
         */
        get: operations["list_folders_api_v2_folders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/folders/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Folder Audience
         * @description Sets the audience that documents below the folder inherit.
         */
        put: operations["set_folder_audience_api_v2_folders_audience_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invitations
         * @description Invitations that are still open or have expired.
         */
        get: operations["list_invitations_api_v2_invitations_get"];
        put?: never;
        /**
         * Invite
         * @description Invites a person; the answer holds the link to pass on, this once.
         */
        post: operations["invite_api_v2_invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation
         * @description Accepts an invitation: makes the user and the membership. Sign in afterwards.
         *
         *     A token works once, whatever the `Idempotency-Key`, which is not read here. Five refused
         *     passwords for one address within five minutes end in a 429 with `Retry-After`.
         */
        post: operations["accept_invitation_api_v2_invitations_acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/invitations/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look Up Invitation
         * @description What an invitation offers, before it is accepted.
         */
        get: operations["look_up_invitation_api_v2_invitations_lookup_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Invitation
         * @description Withdraws an invitation.
         */
        delete: operations["withdraw_invitation_api_v2_invitations__invitation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description Who this credential is, in which workspace, and what it may do.
         */
        get: operations["read_me_api_v2_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Me
         * @description Changes one's own name, language or theme.
         */
        patch: operations["change_me_api_v2_me_patch"];
        trace?: never;
    };
    "/api/v2/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description The workspace's members.
         */
        get: operations["list_members_api_v2_members_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Member
         * @description Changes a member's role, company or activity; works at once, for open streams too.
         */
        patch: operations["change_member_api_v2_members__member_id__patch"];
        trace?: never;
    };
    "/api/v2/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description Passages that fit a query, best first, from what the member may see.
         */
        post: operations["search_api_v2_search_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/search/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Synonyms
         * @description The workspace's own synonyms; a built-in list of the trade's words works beside them.
         */
        get: operations["read_synonyms_api_v2_search_synonyms_get"];
        /**
         * Change Synonyms
         * @description Replaces the workspace's own synonyms; works at once.
         */
        put: operations["change_synonyms_api_v2_search_synonyms_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Suggestions
         * @description Questions to start with.
         */
        get: operations["list_suggestions_api_v2_suggestions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Healthz
         * @description Alive.
         */
        get: operations["healthz_healthz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readyz
         * @description Ready when the database answers and its schema is ours; 503 otherwise.
         */
        get: operations["readyz_readyz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Acceptance
         * @description An invited person's answer.
         */
        Acceptance: {
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Token */
            token: string;
        };
        /**
         * AcceptanceOut
         * @description The new membership.
         */
        AcceptanceOut: {
            /** Email */
            email: string;
            /** Workspace */
            workspace: string;
        };
        /**
         * AnswerOut
         * @description What the assistant said, and what each sentence rests on. It is always written by an AI
         *     system: `ai_notice` says so in the answer's language. `confidence` is from 0 to 1; a quoted
         *     answer below 0.5 was found by meaning alone.
         */
        AnswerOut: {
            /** Ai Notice */
            ai_notice: string;
            /** Cached */
            cached: boolean;
            /** Citations */
            citations: components["schemas"]["CitationOut"][];
            /** Confidence */
            confidence: number;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Fallback */
            fallback: boolean;
            /**
             * Generator
             * @enum {string}
             */
            generator: "extractive" | "model";
            /** Handover */
            handover: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "fr" | "en";
            /** Looked For */
            looked_for: string[];
            /** Model */
            model: string | null;
            /** Nearest */
            nearest: components["schemas"]["NearestOut"][];
            /** Question */
            question: string;
            rating: components["schemas"]["RatingOut"] | null;
            /** Sentences */
            sentences: components["schemas"]["SentenceOut"][];
            /**
             * Status
             * @enum {string}
             */
            status: "answered" | "refused";
            /** Suggestions */
            suggestions: string[];
            /** Text */
            text: string;
            /** Took Ms */
            took_ms: number;
        };
        /**
         * ApiKeyIn
         * @description A new key; without scopes it may do all that its maker may.
         */
        ApiKeyIn: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes?: components["schemas"]["Permission"][] | null;
        };
        /**
         * ApiKeyOut
         * @description An API key; `key` is given once, when it is made.
         */
        ApiKeyOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key?: string | null;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /** Prefix */
            prefix: string;
            /** Scopes */
            scopes: components["schemas"]["Permission"][];
        };
        /**
         * AudienceIn
         * @description An audience to set.
         */
        AudienceIn: {
            /** Company Ids */
            company_ids?: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "public" | "workspace" | "companies";
        };
        /**
         * AudienceOut
         * @description Who may be answered from a document; `inherited` from its folder.
         */
        AudienceOut: {
            /** Companies */
            companies: components["schemas"]["CompanyRef"][];
            /**
             * Inherited
             * @default false
             */
            inherited: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "public" | "workspace" | "companies";
        };
        /** Body_upload_api_v2_documents_post */
        Body_upload_api_v2_documents_post: {
            /** Audience */
            audience?: string | null;
            /**
             * File
             * @description the file
             */
            file: string;
            /** Path */
            path?: string | null;
        };
        /**
         * BuiltinOut
         * @description The model that the product brings.
         */
        BuiltinOut: {
            /** Available */
            available: boolean;
            /** Name */
            name?: string | null;
            /** Size Bytes */
            size_bytes?: number | null;
        };
        /**
         * ChoiceOut
         * @description What the workspace has chosen; the address and model are those of an endpoint.
         */
        ChoiceOut: {
            /**
             * Base Url
             * @default
             */
            base_url: string;
            /**
             * Key Set
             * @default false
             */
            key_set: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "default" | "builtin" | "endpoint" | "off";
            /**
             * Model
             * @default
             */
            model: string;
        };
        /**
         * CitationOut
         * @description A source: the passage, and the words of it that the answer rests on.
         */
        CitationOut: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Headings */
            headings: string[];
            /** Index */
            index: number;
            /** Page */
            page: number | null;
            /**
             * Passage Id
             * Format: uuid
             */
            passage_id: string;
            /** Path */
            path: string;
            /** Quote */
            quote: string;
            /** Title */
            title: string;
        };
        /**
         * CompanyIn
         * @description A new client company.
         */
        CompanyIn: {
            /** Name */
            name: string;
        };
        /**
         * CompanyOut
         * @description A client company.
         */
        CompanyOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * CompanyRef
         * @description A client company.
         */
        CompanyRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * ContentOut
         * @description A document's passages in order.
         */
        ContentOut: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Passages */
            passages: components["schemas"]["PassageOut"][];
        };
        /**
         * ConversationDetail
         * @description A conversation with its messages, oldest first.
         */
        ConversationDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Title */
            title: string;
        };
        /**
         * ConversationOut
         * @description A conversation in the list.
         */
        ConversationOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Messages */
            messages: number;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * DemoAccountOut
         * @description A sign-in that anybody may use.
         */
        DemoAccountOut: {
            /** Company */
            company: string;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Password */
            password: string;
            role: components["schemas"]["Role"];
        };
        /**
         * DemoOut
         * @description All of them.
         */
        DemoOut: {
            /** Accounts */
            accounts: components["schemas"]["DemoAccountOut"][];
        };
        /**
         * DocumentChange
         * @description Changes of a document; a field left out stays, `audience: null` inherits the folder's.
         */
        DocumentChange: {
            audience?: components["schemas"]["AudienceIn"] | null;
            /** Title */
            title?: string | null;
        };
        /**
         * DocumentOut
         * @description A document as a list shows it. `replacing`: an older content answers until this is ready.
         */
        DocumentOut: {
            audience: components["schemas"]["AudienceOut"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            error: components["schemas"]["FailureOut"] | null;
            /** Filename */
            filename: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Language */
            language: string;
            /** Media Type */
            media_type: string;
            /** Pages */
            pages: number | null;
            /** Passages */
            passages: number;
            /** Path */
            path: string;
            /** Progress */
            progress: number;
            /** Replacing */
            replacing: boolean;
            /** Size */
            size: number;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "extracting" | "indexing" | "ready" | "failed";
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            uploaded_by: components["schemas"]["PersonRef"] | null;
            /** Version */
            version: number;
        };
        /**
         * EmbeddingsIn
         * @description Where vectors come from. An endpoint needs `base_url` and `model`; a key left out is kept,
         *     an empty one removed.
         */
        EmbeddingsIn: {
            /** Api Key */
            api_key?: string | null;
            /** Base Url */
            base_url?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "default" | "builtin" | "endpoint" | "off";
            /** Model */
            model?: string | null;
        };
        /**
         * EmbeddingsOut
         * @description The choice, what it comes to, and the vectors that there are.
         *
         *     `index` is what search uses: the ready one, else the first one while it is built. `building`
         *     is what is being built, was stopped or has failed; at the first time both are the same.
         */
        EmbeddingsOut: {
            building?: components["schemas"]["VectorIndexOut"] | null;
            builtin: components["schemas"]["BuiltinOut"];
            choice: components["schemas"]["ChoiceOut"];
            effective: components["schemas"]["InForceOut"];
            index?: components["schemas"]["VectorIndexOut"] | null;
        };
        /**
         * EmbeddingsTrial
         * @description The outcome of a trial: `error` is the code of what went wrong.
         */
        EmbeddingsTrial: {
            /** Dimensions */
            dimensions?: number | null;
            /** Error */
            error?: string | null;
            /** Ms */
            ms: number;
            /** Ok */
            ok: boolean;
        };
        /**
         * FailureOut
         * @description Why a document could not be read, and what to do.
         */
        FailureOut: {
            /** Code */
            code: string;
            /** Hint */
            hint: string;
            /** Message */
            message: string;
        };
        /**
         * FolderAudienceIn
         * @description A folder's rule; null removes it.
         */
        FolderAudienceIn: {
            audience: components["schemas"]["AudienceIn"] | null;
            /** Path */
            path: string;
        };
        /**
         * FolderOut
         * @description A folder.
         */
        FolderOut: {
            audience: components["schemas"]["AudienceOut"] | null;
            /** Documents */
            documents: number;
            /** Path */
            path: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * HandoverIn
         * @description A wish to be helped by a person.
         */
        HandoverIn: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * HandoverOut
         * @description The stored wish.
         */
        HandoverOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Status
             * @constant
             */
            status: "requested";
        };
        /**
         * InForceOut
         * @description Where vectors come from now; `model` is null when search is by words only.
         */
        InForceOut: {
            /** Dimensions */
            dimensions?: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "builtin" | "endpoint" | "onnx" | "off";
            /** Model */
            model?: string | null;
        };
        /**
         * InvitationIn
         * @description Whom to invite as what.
         */
        InvitationIn: {
            /** Company Id */
            company_id?: string | null;
            /**
             * Email
             * Format: email
             */
            email: string;
            /**
             * Language
             * @default fr
             * @enum {string}
             */
            language: "fr" | "en";
            role: components["schemas"]["Role"];
        };
        /**
         * InvitationLookup
         * @description What an invited person may know before accepting.
         */
        InvitationLookup: {
            /** Email */
            email: string;
            role: components["schemas"]["Role"];
            /** Workspace */
            workspace: string;
        };
        /**
         * InvitationOut
         * @description An open invitation; `link` is given once, when it is made.
         */
        InvitationOut: {
            company: components["schemas"]["CompanyOut"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Link */
            link?: string | null;
            role: components["schemas"]["Role"];
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "expired";
        };
        /**
         * Me
         * @description Who the credential proves, where, with which permissions.
         */
        Me: {
            /**
             * Credential
             * @enum {string}
             */
            credential: "session" | "jwt" | "api_key" | "system";
            /**
             * Language
             * @enum {string}
             */
            language: "fr" | "en";
            member: components["schemas"]["MeMember"];
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            /**
             * Theme
             * @enum {string}
             */
            theme: "auto" | "light" | "dark";
            user: components["schemas"]["UserOut"];
            workspace: components["schemas"]["WorkspaceOut"];
            /** Workspaces */
            workspaces: components["schemas"]["WorkspaceRefOut"][];
        };
        /**
         * MeMember
         * @description The signed-in member.
         */
        MeMember: {
            company: components["schemas"]["CompanyOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            role: components["schemas"]["Role"];
        };
        /**
         * MemberChange
         * @description Changes of a member; a field left out stays.
         */
        MemberChange: {
            /** Active */
            active?: boolean | null;
            /** Company Id */
            company_id?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * MemberOut
         * @description A member of the workspace.
         */
        MemberOut: {
            /** Active */
            active: boolean;
            company: components["schemas"]["CompanyOut"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Seen At */
            last_seen_at: string | null;
            role: components["schemas"]["Role"];
            user: components["schemas"]["UserOut"];
        };
        /**
         * MessageOut
         * @description A turn.
         */
        MessageOut: {
            answer: components["schemas"]["AnswerOut"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "user" | "assistant";
            /** Text */
            text: string;
        };
        /**
         * ModelChange
         * @description Changes of a model; a field left out stays. An empty `api_key` removes the key.
         */
        ModelChange: {
            /** Api Key */
            api_key?: string | null;
            /** Base Url */
            base_url?: string | null;
            /** Enabled */
            enabled?: boolean | null;
            /** Model */
            model?: string | null;
            /** Name */
            name?: string | null;
            /** Provider */
            provider?: ("openai" | "ollama" | "mistral" | "anthropic") | null;
            /** Redact */
            redact?: boolean | null;
            /** Timeout S */
            timeout_s?: number | null;
        };
        /**
         * ModelFault
         * @description Why a trial call failed, in the reader's language.
         */
        ModelFault: {
            /** Code */
            code: string;
            /** Hint */
            hint: string;
            /** Message */
            message: string;
        };
        /**
         * ModelIn
         * @description A new model. Without `redact`, identifiers are replaced when text leaves the machine.
         */
        ModelIn: {
            /** Api Key */
            api_key?: string | null;
            /** Base Url */
            base_url?: string | null;
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /** Model */
            model: string;
            /** Name */
            name: string;
            /**
             * Provider
             * @enum {string}
             */
            provider: "openai" | "ollama" | "mistral" | "anthropic";
            /** Redact */
            redact?: boolean | null;
            /**
             * Timeout S
             * @default 60
             */
            timeout_s: number;
        };
        /**
         * ModelOrder
         * @description All models in their new order.
         */
        ModelOrder: {
            /** Ids */
            ids: string[];
        };
        /**
         * ModelOut
         * @description A model of the chain. `state` is its circuit breaker in this process.
         */
        ModelOut: {
            /** Base Url */
            base_url: string;
            /** Enabled */
            enabled: boolean;
            /** Has Key */
            has_key: boolean;
            /** Id */
            id: string;
            /** Model */
            model: string;
            /** Name */
            name: string;
            /** Position */
            position: number;
            /**
             * Provider
             * @enum {string}
             */
            provider: "openai" | "ollama" | "mistral" | "anthropic";
            /** Redact */
            redact: boolean;
            /** Remote */
            remote: boolean;
            /**
             * Source
             * @enum {string}
             */
            source: "env" | "workspace";
            /**
             * State
             * @enum {string}
             */
            state: "closed" | "open" | "half_open";
            /** Timeout S */
            timeout_s: number;
        };
        /**
         * ModelTest
         * @description A stored model by `id`, with changes that are not saved yet; or a whole new one.
         */
        ModelTest: {
            /** Api Key */
            api_key?: string | null;
            /** Base Url */
            base_url?: string | null;
            /** Enabled */
            enabled?: boolean | null;
            /** Id */
            id?: string | null;
            /** Model */
            model?: string | null;
            /** Name */
            name?: string | null;
            /** Provider */
            provider?: ("openai" | "ollama" | "mistral" | "anthropic") | null;
            /** Redact */
            redact?: boolean | null;
            /** Timeout S */
            timeout_s?: number | null;
        };
        /**
         * ModelTrial
         * @description The outcome of a trial call.
         */
        ModelTrial: {
            error?: components["schemas"]["ModelFault"] | null;
            /** Latency Ms */
            latency_ms: number;
            /** Ok */
            ok: boolean;
            /** Reply */
            reply?: string | null;
        };
        /**
         * NearestOut
         * @description A document close to the question.
         */
        NearestOut: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Page */
            page: number | null;
            /**
             * Passage Id
             * Format: uuid
             */
            passage_id: string;
            /** Path */
            path: string;
            /** Title */
            title: string;
        };
        /** Page[ApiKeyOut] */
        Page_ApiKeyOut_: {
            /** Items */
            items: components["schemas"]["ApiKeyOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[CompanyOut] */
        Page_CompanyOut_: {
            /** Items */
            items: components["schemas"]["CompanyOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ConversationOut] */
        Page_ConversationOut_: {
            /** Items */
            items: components["schemas"]["ConversationOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[DocumentOut] */
        Page_DocumentOut_: {
            /** Items */
            items: components["schemas"]["DocumentOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[FolderOut] */
        Page_FolderOut_: {
            /** Items */
            items: components["schemas"]["FolderOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[InvitationOut] */
        Page_InvitationOut_: {
            /** Items */
            items: components["schemas"]["InvitationOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[MemberOut] */
        Page_MemberOut_: {
            /** Items */
            items: components["schemas"]["MemberOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ModelOut] */
        Page_ModelOut_: {
            /** Items */
            items: components["schemas"]["ModelOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * PassageOut
         * @description A passage of a document, with the blocks of the converted view that it covers.
         */
        PassageOut: {
            /** First Block */
            first_block: number;
            /** Headings */
            headings: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Block */
            last_block: number;
            /** Ordinal */
            ordinal: number;
            /** Page */
            page: number | null;
            /** Text */
            text: string;
        };
        /**
         * Permission
         * @description One thing that an endpoint can ask for.
         * @enum {string}
         */
        Permission: "profile.read" | "profile.write" | "answers.ask" | "conversations.read" | "documents.read" | "documents.manage" | "search.use" | "members.read" | "members.manage" | "companies.read" | "companies.manage" | "models.manage" | "apikeys.manage" | "settings.manage" | "events.stream" | "company.oversee" | "roles.manage" | "security.manage" | "directory.provision" | "trail.read" | "trail.export" | "workspace.export" | "workspace.delete";
        /**
         * PersonRef
         * @description Who uploaded it.
         */
        PersonRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * ProfileIn
         * @description Changes of one's own profile; a field left out stays.
         */
        ProfileIn: {
            /** Language */
            language?: ("fr" | "en") | null;
            /** Name */
            name?: string | null;
            /** Theme */
            theme?: ("auto" | "light" | "dark") | null;
        };
        /**
         * QuestionIn
         * @description A question, in a new conversation or an earlier one of the member's own.
         */
        QuestionIn: {
            /** Conversation Id */
            conversation_id?: string | null;
            /** Question */
            question: string;
        };
        /**
         * RatingIn
         * @description A rating of an answer; a new one replaces the old.
         */
        RatingIn: {
            /**
             * Comment
             * @default
             */
            comment: string;
            /**
             * Value
             * @enum {string}
             */
            value: "up" | "down";
        };
        /**
         * RatingOut
         * @description What the reader thought of it.
         */
        RatingOut: {
            /** Comment */
            comment: string;
            /**
             * Value
             * @enum {string}
             */
            value: "up" | "down";
        };
        /**
         * Role
         * @description A member's place in a workspace; see `ROLE_PERMISSIONS`.
         * @enum {string}
         */
        Role: "admin" | "agent" | "manager" | "guest";
        /**
         * SearchIn
         * @description What to look for.
         */
        SearchIn: {
            /**
             * Limit
             * @default 10
             */
            limit: number;
            /** Query */
            query: string;
        };
        /**
         * SearchOut
         * @description Passages, best first.
         */
        SearchOut: {
            /** Results */
            results: components["schemas"]["SearchResult"][];
            /** Took Ms */
            took_ms: number;
        };
        /**
         * SearchResult
         * @description A passage that fits.
         */
        SearchResult: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Headings */
            headings: string[];
            /** Page */
            page: number | null;
            /**
             * Passage Id
             * Format: uuid
             */
            passage_id: string;
            /** Path */
            path: string;
            /** Score */
            score: number;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * SentenceOut
         * @description A sentence, step, table row or list item, with the sources that it rests on.
         */
        SentenceOut: {
            /** Citations */
            citations: number[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "sentence" | "step" | "row" | "item";
            /**
             * Marker
             * @default
             */
            marker: string;
            /**
             * Supported
             * @default true
             */
            supported: boolean;
            /** Text */
            text: string;
        };
        /**
         * SuggestionsOut
         * @description Questions to start with.
         */
        SuggestionsOut: {
            /** Items */
            items: string[];
        };
        /**
         * SynonymsBody
         * @description The workspace's own groups of words that search treats alike.
         */
        SynonymsBody: {
            /** Groups */
            groups: string[][];
        };
        /**
         * UploadOut
         * @description A taken file. `unchanged`: this content was there already. `same_as`: another document has
         *     the same content.
         */
        UploadOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Path */
            path: string;
            /** Same As */
            same_as: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "extracting" | "indexing" | "ready" | "failed";
            /** Unchanged */
            unchanged: boolean;
        };
        /**
         * UserOut
         * @description A person.
         */
        UserOut: {
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * VectorIndexOut
         * @description The vectors of the passages by one model, and how far they are.
         */
        VectorIndexOut: {
            /** Ended At */
            ended_at?: string | null;
            /** Error */
            error?: string | null;
            /** Model */
            model: string;
            /** Passages Done */
            passages_done: number;
            /** Passages Total */
            passages_total: number;
            /** Per Second */
            per_second?: number | null;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "building" | "ready" | "stopped" | "failed";
        };
        /**
         * ViewOut
         * @description A document to look at: a PDF is fetched as its original, the rest comes as safe HTML.
         */
        ViewOut: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Html */
            html: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "pdf" | "html";
            /** Media Type */
            media_type: string;
            /** Pages */
            pages: number | null;
            /** Title */
            title: string;
        };
        /**
         * WorkspaceOut
         * @description The workspace that the credential opens.
         */
        WorkspaceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Slug */
            slug: string;
        };
        /**
         * WorkspaceRefOut
         * @description A workspace of the user.
         */
        WorkspaceRefOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_embeddings_api_v2_ai_embeddings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddingsOut"];
                };
            };
        };
    };
    choose_embeddings_api_v2_ai_embeddings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddingsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cancel_build_api_v2_ai_embeddings_cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddingsOut"];
                };
            };
        };
    };
    rebuild_api_v2_ai_embeddings_rebuild_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddingsOut"];
                };
            };
        };
    };
    test_embeddings_api_v2_ai_embeddings_test_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddingsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddingsTrial"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_models_api_v2_ai_models_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ModelOut_"];
                };
            };
        };
    };
    add_model_api_v2_ai_models_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    order_models_api_v2_ai_models_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ModelOut_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    test_model_api_v2_ai_models_test_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelTest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelTrial"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_model_api_v2_ai_models__model_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_model_api_v2_ai_models__model_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_api_v2_answers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerOut"];
                    "text/event-stream": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hand_over_api_v2_answers__answer_id__handover_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rate_api_v2_answers__answer_id__rating_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_api_keys_api_v2_api_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ApiKeyOut_"];
                };
            };
        };
    };
    create_api_key_api_v2_api_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revoke_api_key_api_v2_api_keys__key_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_companies_api_v2_companies_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CompanyOut_"];
                };
            };
        };
    };
    add_company_api_v2_companies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_conversations_api_v2_conversations_get: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConversationOut_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_conversation_api_v2_conversations__conversation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_demo_accounts_api_v2_demo_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoOut"];
                };
            };
        };
    };
    list_documents_api_v2_documents_get: {
        parameters: {
            query?: {
                query?: string | null;
                status?: ("queued" | "extracting" | "indexing" | "ready" | "failed") | null;
                folder?: string | null;
                audience?: ("public" | "workspace" | "companies") | null;
                sort?: "path" | "title" | "-updated_at";
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DocumentOut_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    upload_api_v2_documents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_v2_documents_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_document_api_v2_documents__document_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_document_api_v2_documents__document_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_document_api_v2_documents__document_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_content_api_v2_documents__document_id__content_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_original_api_v2_documents__document_id__original_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_passage_api_v2_documents__document_id__passages__passage_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
                passage_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    restore_document_api_v2_documents__document_id__restoration_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_document_api_v2_documents__document_id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_view_api_v2_documents__document_id__view_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    events_api_v2_events_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_folders_api_v2_folders_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FolderOut_"];
                };
            };
        };
    };
    set_folder_audience_api_v2_folders_audience_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderAudienceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_invitations_api_v2_invitations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InvitationOut_"];
                };
            };
        };
    };
    invite_api_v2_invitations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_invitation_api_v2_invitations_acceptance_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_up_invitation_api_v2_invitations_lookup_get: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationLookup"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_invitation_api_v2_invitations__invitation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_me_api_v2_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    change_me_api_v2_me_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_members_api_v2_members_get: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MemberOut_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_member_api_v2_members__member_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    search_api_v2_search_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_synonyms_api_v2_search_synonyms_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynonymsBody"];
                };
            };
        };
    };
    change_synonyms_api_v2_search_synonyms_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SynonymsBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynonymsBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_suggestions_api_v2_suggestions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsOut"];
                };
            };
        };
    };
    healthz_healthz_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
        };
    };
    readyz_readyz_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
}
