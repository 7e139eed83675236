/* Generated from openapi.json by `npm run generate`: do not edit. */
export interface paths {
    "/api/v2/account": {
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
         * Delete Account
         * @description Deletes the signed-in person's account, in all workspaces: no way back.
         *
         *     Asks for a recent proof of identity (403 `access.step_up_needed`), refuses a workspace's last
         *     admin (409 `account.last_admin`) and a session that an identity provider opened (403
         *     `access.sso_account`). The trail stays.
         */
        delete: operations["delete_account_api_v2_account_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v2/answer-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Answer Models
         * @description The models that the member may choose among for one answer: all in use for staff, none for
         *     client companies' people.
         */
        get: operations["list_answer_models_api_v2_answer_models_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v2/answers/{answer_id}/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Answer
         * @description An answer read aloud in its language, one part after the other; `X-Parts` says how many.
         */
        get: operations["read_answer_api_v2_answers__answer_id__speech_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/api-key-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Key Policy
         * @description What the workspace says about new keys.
         */
        get: operations["read_key_policy_api_v2_api_key_policy_get"];
        /**
         * Change Key Policy
         * @description Says how long new keys may live and who makes them; keys that are there stay as they are.
         */
        put: operations["change_key_policy_api_v2_api_key_policy_put"];
        post?: never;
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
         * @description One's own working keys; an admin sees all. `q` looks in name, prefix and owner.
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
    "/api/v2/api-keys/{key_id}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Key
         * @description A new secret for one's own key, this once; the old one works for some hours more, if so
         *     wished.
         */
        post: operations["rotate_key_api_v2_api_keys__key_id__rotation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach
         * @description Takes a file of 20 MB at most, to be sent with a question or a message by its id. What it
         *     says counts in that conversation alone. Until then it is one's own, for a day.
         */
        post: operations["attach_api_v2_attachments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Attachment
         * @description An attachment with what was read from it, for whoever reads its conversation.
         */
        get: operations["read_attachment_api_v2_attachments__attachment_id__get"];
        put?: never;
        post?: never;
        /**
         * Remove Attachment
         * @description Removes what one attached, also after it was sent: its name stays, and what was quoted.
         */
        delete: operations["remove_attachment_api_v2_attachments__attachment_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/attachments/{attachment_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Attached File
         * @description The file as it was attached, to download.
         */
        get: operations["read_attached_file_api_v2_attachments__attachment_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/branding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Branding
         * @description How the workspace looks; every member's screens do.
         */
        get: operations["read_branding_api_v2_branding_get"];
        /**
         * Change Branding
         * @description Sets name, colours and words. A colour on which text can't be read is refused.
         */
        put: operations["change_branding_api_v2_branding_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/branding/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Logo
         * @description Sets the logo: at most 256 KB and 2000 pixels a side.
         */
        put: operations["change_logo_api_v2_branding_logo_put"];
        post?: never;
        /**
         * Delete Logo
         * @description Goes back to the product's logo.
         */
        delete: operations["delete_logo_api_v2_branding_logo_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/branding/{slug}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Logo
         * @description A workspace's logo, for its sign-in page. 404 without one.
         */
        get: operations["read_logo_api_v2_branding__slug__logo_get"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/v2/companies/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Company Details
         * @description Client companies with domains and how many active people each has.
         */
        get: operations["list_company_details_api_v2_companies_details_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/companies/{company_id}": {
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
         * Remove Company
         * @description Removes a company and moves its people to another one; 409 says what still hangs on it.
         */
        delete: operations["remove_company_api_v2_companies__company_id__delete"];
        options?: never;
        head?: never;
        /**
         * Edit Company
         * @description Renames a company or sets its e-mail domains, each of one company alone.
         */
        patch: operations["edit_company_api_v2_companies__company_id__patch"];
        trace?: never;
    };
    "/api/v2/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Configuration
         * @description Every setting of the workspace that the actor may see: value, default, who changed it.
         */
        get: operations["read_configuration_api_v2_configuration_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/configuration/{key}": {
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
         * Reset To Default
         * @description Gives a setting its default again, by the rules of the screen where it is changed.
         */
        delete: operations["reset_to_default_api_v2_configuration__key__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Conversations
         * @description What waits for the reader: shared conversations with something new, and requests.
         */
        get: operations["count_conversations_api_v2_conversation_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversation Exports
         * @description One's own exports, the newest first.
         */
        get: operations["list_conversation_exports_api_v2_conversation_exports_get"];
        put?: never;
        /**
         * Start Conversation Export
         * @description Has a file made of conversations that one may read, one at a time a member. 507 when the
         *     disk has no room for it.
         */
        post: operations["start_conversation_export_api_v2_conversation_exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversation Export
         * @description One export and how far it is.
         */
        get: operations["read_conversation_export_api_v2_conversation_exports__export_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Conversation Export
         * @description Takes an export out of the list, with its file.
         */
        delete: operations["delete_conversation_export_api_v2_conversation_exports__export_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-exports/{export_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Conversation Export
         * @description Calls off an export that waits or runs; nothing of it is kept.
         */
        post: operations["cancel_conversation_export_api_v2_conversation_exports__export_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Conversation Export
         * @description The file, as long as one may read all that is in it. 410 when its days are over, or what one
         *     may read has changed.
         */
        get: operations["download_conversation_export_api_v2_conversation_exports__export_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Folders
         * @description One's own folders and tags.
         */
        get: operations["list_folders_api_v2_conversation_folders_get"];
        put?: never;
        /**
         * Make Folder
         * @description A new folder.
         */
        post: operations["make_folder_api_v2_conversation_folders_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-folders/{folder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Folder
         * @description Gives a folder another name.
         */
        put: operations["change_folder_api_v2_conversation_folders__folder_id__put"];
        post?: never;
        /**
         * Remove Folder
         * @description Removes a folder; its conversations stay, outside of any folder.
         */
        delete: operations["remove_folder_api_v2_conversation_folders__folder_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversation-links/{link_id}": {
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
         * Withdraw Link
         * @description Ends a link to one's own conversation.
         */
        delete: operations["withdraw_link_api_v2_conversation_links__link_id__delete"];
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
         * @description Conversations, the latest first: one's own, those that others shared with one (`of=shared`),
         *     for whoever oversees a client company those of its people (`of=company`), and for staff those
         *     that were passed to people (`of=requests`).
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
    "/api/v2/conversations/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Conversations
         * @description Files many of one's own conversations at once, deletes or restores them: all or none.
         */
        post: operations["change_conversations_api_v2_conversations_changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export Conversations
         * @description Conversations as a file, with what each answer rests on: one's own, or those of a company
         *     that one oversees. All of them, or none when one can't be read.
         */
        post: operations["export_conversations_api_v2_conversations_exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import From Elsewhere
         * @description Makes the conversations of another assistant's export one's own, at their own times. What is
         *     here already stays as it is; what can't be read is left out, with the reason. What was said
         *     there rests on no document and is marked as such; no other member can read it.
         */
        post: operations["import_from_elsewhere_api_v2_conversations_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Conversations
         * @description Conversations in which something was said, in these words or others, with the places.
         */
        get: operations["search_conversations_api_v2_conversations_search_get"];
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
         * @description A conversation with its messages and the people in it: one's own, one that was shared with
         *     one or passed to the staff, or one of a company that one oversees.
         */
        get: operations["read_conversation_api_v2_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        /**
         * Delete Conversation
         * @description Takes one's own conversation away. POST …/restoration undoes it for 30 days.
         */
        delete: operations["delete_conversation_api_v2_conversations__conversation_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Conversation
         * @description Renames, pins, archives, tags one's own conversation, or puts it in a folder.
         */
        patch: operations["change_conversation_api_v2_conversations__conversation_id__patch"];
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Assignment
         * @description Takes a conversation, passes it to a colleague, gives it back to the assistant or ends it.
         */
        put: operations["set_assignment_api_v2_conversations__conversation_id__assignment_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Candidates
         * @description Up to 20 people who could be let in, by name: of those whom the reader may know.
         */
        get: operations["list_candidates_api_v2_conversations__conversation_id__candidates_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Links
         * @description The links to one's own conversation that still work.
         */
        get: operations["list_links_api_v2_conversations__conversation_id__links_get"];
        put?: never;
        /**
         * Make Link
         * @description A link that opens one's own conversation, to read, to people of its circle who are signed
         *     in, until it runs out or is withdrawn. Its address is told this once.
         */
        post: operations["make_link_api_v2_conversations__conversation_id__links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write Message
         * @description Writes to the people in a conversation; the assistant does not answer. Whoever takes part
         *     may write in it, whom it was shared with, and the staff who look after it; from then on they
         *     take part. Who merely oversees it reads alone.
         */
        post: operations["write_message_api_v2_conversations__conversation_id__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write Note
         * @description Writes beside a conversation that one can look after: staff alone see it.
         */
        post: operations["write_note_api_v2_conversations__conversation_id__notes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let In
         * @description Lets people take part: in one's own conversation, or as staff who look after it. All or
         *     none.
         */
        post: operations["let_in_api_v2_conversations__conversation_id__people_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/people/{member_id}": {
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
         * Take Out
         * @description Ends somebody's part in it, or one's own.
         */
        delete: operations["take_out_api_v2_conversations__conversation_id__people__member_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be There
         * @description Tells the others that one sees the conversation, has read it, is writing or has left; returns
         *     who is there. To be repeated every 20 seconds: after 45 without, one counts as gone.
         */
        post: operations["be_there_api_v2_conversations__conversation_id__presence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Conversation
         * @description Undoes a deletion.
         */
        post: operations["restore_conversation_api_v2_conversations__conversation_id__restoration_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Sharing
         * @description Opens one's own conversation to its whole circle, or closes it again.
         */
        put: operations["set_sharing_api_v2_conversations__conversation_id__sharing_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/conversations/{conversation_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Summary
         * @description What whoever takes over must know: who asks, what was asked, what was tried.
         */
        get: operations["read_summary_api_v2_conversations__conversation_id__summary_get"];
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
    "/api/v2/documents/{document_id}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Readers
         * @description Who can be answered from the document, each with the reason. A page may be short: go on
         *     while there is a `next_cursor`.
         */
        get: operations["list_readers_api_v2_documents__document_id__readers_get"];
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
         *     `document.updated`, `document.deleted`, `message.created`, `conversation.changed`,
         *     `conversation.presence`, `notice.changed`, `me.changed`, `resync` (load again), `ping`.
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
    "/api/v2/habits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Habits
         * @description What was learned of oneself, as far as one may still see what it is about.
         */
        get: operations["list_habits_api_v2_habits_get"];
        put?: never;
        post?: never;
        /**
         * Erase Habits
         * @description Erases everything that was learned of oneself.
         */
        delete: operations["erase_habits_api_v2_habits_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/habits/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Learning
         * @description Switches learning on or off; what was learned stays until it is erased.
         */
        put: operations["choose_learning_api_v2_habits_learning_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/habits/{habit_id}": {
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
         * Erase Habit
         * @description Erases one item.
         */
        delete: operations["erase_habit_api_v2_habits__habit_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Habit
         * @description Renames a topic, or switches an item off or on.
         */
        patch: operations["change_habit_api_v2_habits__habit_id__patch"];
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
    "/api/v2/invitations/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Invitations
         * @description Sends many invitations again, each with a new link, or withdraws them: all or none.
         */
        post: operations["change_invitations_api_v2_invitations_changes_post"];
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
    "/api/v2/invitations/{invitation_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend Invitation
         * @description Sends an open or expired invitation again with a new link; the old link ends.
         */
        post: operations["resend_invitation_api_v2_invitations__invitation_id__resend_post"];
        delete?: never;
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
    "/api/v2/me/preferences": {
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
         * Change Preferences
         * @description Changes one's own preferences, field by field; the person's other devices follow.
         */
        patch: operations["change_preferences_api_v2_me_preferences_patch"];
        trace?: never;
    };
    "/api/v2/me/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Start Preview
         * @description Shows this sign-in what a client's person sees, for 30 minutes and for reading only.
         */
        put: operations["start_preview_api_v2_me_preview_put"];
        post?: never;
        /**
         * End Preview
         * @description Ends the preview, if one runs.
         */
        delete: operations["end_preview_api_v2_me_preview_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch Workspace
         * @description Lets this sign-in open another of the person's workspaces, from the next request on.
         *
         *     An API key opens its own for good, and so does a sign-in by a workspace's identity provider.
         */
        put: operations["switch_workspace_api_v2_me_workspace_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Workspaces
         * @description Where the signed-in person is a member, with what each workspace still asks for: also while
         *     none of them is open to this sign-in.
         */
        get: operations["list_workspaces_api_v2_me_workspaces_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description The workspace's members. Whoever reads many of them in a short time leaves a row of that.
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
    "/api/v2/members/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Members
         * @description Does what the preview with this digest showed; 409 when it would be anything else now.
         */
        post: operations["change_members_api_v2_members_changes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Changes
         * @description What a change of many members would do, one by one; nothing is changed.
         */
        post: operations["preview_changes_api_v2_members_changes_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/changes/{change_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Changes
         * @description Undoes a change within a day; who was changed again since stays as they are.
         */
        post: operations["undo_changes_api_v2_members_changes__change_id__restoration_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Members
         * @description How many members the filter leaves, and how many there are of each kind.
         */
        get: operations["count_members_api_v2_members_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Members
         * @description All members as CSV; the trail says who took them along.
         */
        get: operations["export_members_api_v2_members_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Members
         * @description Does what the preview with this digest showed; 409 when it would be anything else now.
         */
        post: operations["import_members_api_v2_members_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Import
         * @description What a table of members would do, row by row; nothing is changed.
         */
        post: operations["preview_import_api_v2_members_import_preview_post"];
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
         * @description Changes a member's role, company, limits or activity; works at once, for open streams too.
         */
        patch: operations["change_member_api_v2_members__member_id__patch"];
        trace?: never;
    };
    "/api/v2/members/{member_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Access
         * @description What a member may do and see; with `document`, why they can see that one or not.
         */
        get: operations["read_access_api_v2_members__member_id__access_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/{member_id}/second-factors/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Factors
         * @description Takes away the second factors of a person who lost them, and signs the account out.
         */
        post: operations["reset_factors_api_v2_members__member_id__second_factors_reset_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/members/{member_id}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Sessions
         * @description Ends the member's sessions and app tokens in this workspace, open streams too.
         */
        post: operations["end_sessions_api_v2_members__member_id__sessions_end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join Workspace
         * @description Joins the workspace as a guest, and opens it with this sign-in. Joining twice changes
         *     nothing.
         */
        post: operations["join_workspace_api_v2_memberships_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/memberships/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Offers
         * @description The workspaces that one's verified addresses open; an open one when it is named.
         */
        get: operations["list_offers_api_v2_memberships_offers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/notice-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Choices
         * @description How one is told, kind by kind.
         */
        get: operations["read_choices_api_v2_notice_choices_get"];
        /**
         * Change Choices
         * @description Chooses how one is told; the person's other devices follow.
         */
        put: operations["change_choices_api_v2_notice_choices_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description One's own notices, the newest first.
         */
        get: operations["list_notices_api_v2_notices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/notices/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Notices
         * @description How many of one's own notices are unread.
         */
        get: operations["count_notices_api_v2_notices_count_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Notices
         * @description Marks notices as read: they are told on no other way any more. Ids of others do nothing.
         */
        post: operations["read_notices_api_v2_notices_read_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/oauth/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Applications
         * @description The workspace's applications.
         */
        get: operations["list_applications_api_v2_oauth_applications_get"];
        put?: never;
        /**
         * Register Application
         * @description Registers an application; the answer holds its secret, this once.
         */
        post: operations["register_application_api_v2_oauth_applications_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/oauth/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Application
         * @description Changes an application. Switched off, or with fewer scopes, it must ask people again.
         */
        put: operations["change_application_api_v2_oauth_applications__application_id__put"];
        post?: never;
        /**
         * Delete Application
         * @description Takes an application away; all its tokens stop working at once.
         */
        delete: operations["delete_application_api_v2_oauth_applications__application_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/oauth/applications/{application_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Secret
         * @description A new secret, this once; the old one stops working.
         */
        post: operations["rotate_secret_api_v2_oauth_applications__application_id__secret_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/oauth/authorization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Authorization
         * @description What an application asks of the person; `query` is its request as it was sent.
         */
        get: operations["read_authorization_api_v2_oauth_authorization_get"];
        put?: never;
        /**
         * Answer Authorization
         * @description Allows what an application asks, or not; says where the browser goes with the answer.
         */
        post: operations["answer_authorization_api_v2_oauth_authorization_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/oauth/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Connections
         * @description What one allowed applications; with `everyone`, an admin sees the whole workspace's.
         */
        get: operations["list_connections_api_v2_oauth_connections_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/oauth/connections/{connection_id}": {
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
         * Withdraw Connection
         * @description Takes back what was allowed; the application stops working at once.
         */
        delete: operations["withdraw_connection_api_v2_oauth_connections__connection_id__delete"];
        options?: never;
        head?: never;
        /**
         * Narrow Connection
         * @description Leaves the application only these scopes of what was allowed; its tokens obey at once.
         */
        patch: operations["narrow_connection_api_v2_oauth_connections__connection_id__patch"];
        trace?: never;
    };
    "/api/v2/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Overview
         * @description The workspace at a glance.
         */
        get: operations["read_overview_api_v2_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/preference-defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Defaults
         * @description What holds for each role's members who have chosen nothing else.
         */
        get: operations["read_defaults_api_v2_preference_defaults_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/preference-defaults/{role}": {
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
         * Change Defaults
         * @description Changes a role's defaults, field by field; what a member has chosen goes before them.
         */
        patch: operations["change_defaults_api_v2_preference_defaults__role__patch"];
        trace?: never;
    };
    "/api/v2/push/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Devices
         * @description The browsers that one lets be woken.
         */
        get: operations["list_devices_api_v2_push_devices_get"];
        put?: never;
        /**
         * Add Device
         * @description Lets a browser be woken; one that is known already is taken over.
         */
        post: operations["add_device_api_v2_push_devices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/push/devices/{device_id}": {
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
         * Remove Device
         * @description Has a browser be left alone.
         */
        delete: operations["remove_device_api_v2_push_devices__device_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/push/devices/{device_id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Device
         * @description Has a message sent to one of one's devices; `used_at` says when its service has taken it.
         */
        post: operations["try_device_api_v2_push_devices__device_id__trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Push Key
         * @description The key that a browser needs to let itself be woken.
         */
        get: operations["read_push_key_api_v2_push_key_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Roles
         * @description The built-in roles, then the custom ones by name; a client's manager sees those of its own
         *     people alone.
         */
        get: operations["list_roles_api_v2_roles_get"];
        put?: never;
        /**
         * Create Role
         * @description Makes a custom role: a named set of permissions on a built-in role.
         */
        post: operations["create_role_api_v2_roles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/roles/{role_id}": {
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
         * Delete Role
         * @description Removes a custom role that nobody holds.
         */
        delete: operations["delete_role_api_v2_roles__role_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Role
         * @description Changes a custom role; it holds at once for everybody who has it.
         */
        patch: operations["change_role_api_v2_roles__role_id__patch"];
        trace?: never;
    };
    "/api/v2/saved-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Filters
         * @description One's own filters, of all lists.
         */
        get: operations["list_filters_api_v2_saved_filters_get"];
        put?: never;
        /**
         * Keep Filter
         * @description Keeps a filter; one of the same list and name is replaced.
         */
        post: operations["keep_filter_api_v2_saved_filters_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/saved-filters/{filter_id}": {
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
         * Remove Filter
         * @description Removes one of one's own filters.
         */
        delete: operations["remove_filter_api_v2_saved_filters__filter_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v2/security-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Policy
         * @description How people come into the workspace and must sign in, and who is not ready for more.
         */
        get: operations["read_policy_api_v2_security_policy_get"];
        /**
         * Change Policy
         * @description Sets the policy; it holds at once, for sessions that are open too.
         */
        put: operations["change_policy_api_v2_security_policy_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/shared-conversations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read By Link
         * @description The conversation that a link opens, to read.
         */
        get: operations["read_by_link_api_v2_shared_conversations__token__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-in/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign In Options
         * @description What the sign-in page offers, by the address's domain and the workspace's slug alone.
         *
         *     The answer is the same whether or not there is an account.
         */
        get: operations["sign_in_options_api_v2_sign_in_options_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-in/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refusal
         * @description Why a sign-in by an identity provider was refused, in both languages.
         */
        get: operations["refusal_api_v2_sign_in_refusal_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe Speech
         * @description What can be done with speech here, beside what the reader's own device can.
         */
        get: operations["describe_speech_api_v2_speech_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/speech/transcriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transcribe
         * @description Writes down what was said, by the service that the installation names. Nothing is kept.
         *
         *     Changes nothing, so that each call asks again: an `Idempotency-Key` is not read here.
         */
        post: operations["transcribe_api_v2_speech_transcriptions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Connections
         * @description The workspace's identity providers.
         */
        get: operations["list_connections_api_v2_sso_connections_get"];
        put?: never;
        /**
         * Add Connection
         * @description Begins a connection; the answer holds what the identity provider must be told.
         */
        post: operations["add_connection_api_v2_sso_connections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/connections/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Connection
         * @description One identity provider.
         */
        get: operations["get_connection_api_v2_sso_connections__connection_id__get"];
        put?: never;
        post?: never;
        /**
         * Remove Connection
         * @description Removes a connection; members that it linked stay, and the sessions it opened end.
         */
        delete: operations["remove_connection_api_v2_sso_connections__connection_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Connection
         * @description Changes a connection. It is switched on after a test with the same settings succeeded.
         */
        patch: operations["change_connection_api_v2_sso_connections__connection_id__patch"];
        trace?: never;
    };
    "/api/v2/sso/connections/{connection_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Links
         * @description The first members, by address, who sign in by this connection and whom the words fit.
         */
        get: operations["list_links_api_v2_sso_connections__connection_id__links_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/connections/{connection_id}/links/{member_id}": {
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
         * Release Link
         * @description Releases a member's link, so that the address can be linked to another subject.
         */
        delete: operations["release_link_api_v2_sso_connections__connection_id__links__member_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/connections/{connection_id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Metadata
         * @description Takes a SAML provider's settings from its metadata.
         */
        post: operations["import_metadata_api_v2_sso_connections__connection_id__metadata_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/connections/{connection_id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Test
         * @description Begins a test sign-in: the browser navigates to `start_url`; nobody is signed in by it.
         */
        post: operations["begin_test_api_v2_sso_connections__connection_id__tests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Directory
         * @description The address for a directory's set-up, members by where they came from, its last faults.
         */
        get: operations["get_directory_api_v2_sso_directory_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/directory/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Directory Groups
         * @description The groups that the directory sent.
         */
        get: operations["list_directory_groups_api_v2_sso_directory_groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/directory/groups/{group_id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Map Directory Group
         * @description Says what role a group gives; its members have it at once.
         */
        put: operations["map_directory_group_api_v2_sso_directory_groups__group_id__role_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/discovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discover
         * @description Reads what an OpenID provider says of itself.
         */
        post: operations["discover_api_v2_sso_discovery_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Domains
         * @description The workspace's e-mail domains.
         */
        get: operations["list_domains_api_v2_sso_domains_get"];
        put?: never;
        /**
         * Add Domain
         * @description Lists a domain; the answer holds the TXT record that proves it.
         */
        post: operations["add_domain_api_v2_sso_domains_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/domains/{domain_id}": {
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
         * Remove Domain
         * @description Takes a domain off the list.
         */
        delete: operations["remove_domain_api_v2_sso_domains__domain_id__delete"];
        options?: never;
        head?: never;
        /**
         * Bind Domain
         * @description Binds a domain to one connection, or to none.
         */
        patch: operations["bind_domain_api_v2_sso_domains__domain_id__patch"];
        trace?: never;
    };
    "/api/v2/sso/domains/{domain_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Domain
         * @description Looks for the TXT record now.
         */
        post: operations["check_domain_api_v2_sso_domains__domain_id__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/enforcement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Enforcement
         * @description Whether single sign-on is enforced, and who is exempt.
         */
        get: operations["get_enforcement_api_v2_sso_enforcement_get"];
        /**
         * Set Enforcement
         * @description Enforces single sign-on, but for the emergency admins, or lifts that.
         */
        put: operations["set_enforcement_api_v2_sso_enforcement_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Provider Sign Out
         * @description Where to go after signing out, so that the identity provider's session ends too.
         */
        get: operations["provider_sign_out_api_v2_sso_sign_out_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sso/tests/{test_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Test
         * @description What a test sign-in found, and what a sign-in would have done.
         */
        get: operations["get_test_api_v2_sso_tests__test_id__get"];
        put?: never;
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
    "/api/v2/trail/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description The trail, the newest first: who did what, when and from where.
         */
        get: operations["list_entries_api_v2_trail_entries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/trail/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export
         * @description The wanted rows as a file. That somebody took them is itself a row.
         */
        post: operations["export_api_v2_trail_exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/trail/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Head
         * @description The chain's head as it is now, signed: keep it outside, `netz audit verify --head` reads
         *     it.
         */
        get: operations["read_head_api_v2_trail_head_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/trail/head/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Head
         * @description Sends the head now to where it is sent each day.
         */
        post: operations["send_head_api_v2_trail_head_sending_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/trail/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Settings
         * @description How long the trail is kept, and where its head is sent each day.
         */
        get: operations["read_settings_api_v2_trail_settings_get"];
        /**
         * Change Settings
         * @description Changes them. A new webhook's secret is in the answer, this once.
         */
        put: operations["change_settings_api_v2_trail_settings_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/trail/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify
         * @description Recomputes the whole chain; names the first row that isn't what was written.
         */
        post: operations["verify_api_v2_trail_verification_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workspace/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Deletion
         * @description Whether the workspace is to be deleted, and what that would take away.
         */
        get: operations["read_deletion_api_v2_workspace_deletion_get"];
        put?: never;
        /**
         * Ask For Deletion
         * @description Sets the day on which everything is deleted. Everybody is told; until then it can be taken
         *     back.
         */
        post: operations["ask_for_deletion_api_v2_workspace_deletion_post"];
        /**
         * Take Deletion Back
         * @description Keeps the workspace. Without a deletion that waits nothing happens.
         */
        delete: operations["take_deletion_back_api_v2_workspace_deletion_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workspace/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports
         * @description The newest exports of the workspace.
         */
        get: operations["list_exports_api_v2_workspace_exports_get"];
        put?: never;
        /**
         * Start Export
         * @description Starts an export of all data; one at a time. 507 when the disk has no room for it.
         */
        post: operations["start_export_api_v2_workspace_exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workspace/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Export
         * @description One export and how far it is.
         */
        get: operations["read_export_api_v2_workspace_exports__export_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workspace/exports/{export_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Export
         * @description Calls off an export that waits or runs; nothing of it is kept.
         */
        post: operations["cancel_export_api_v2_workspace_exports__export_id__cancellation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workspace/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Export
         * @description The file, with a link's token. That somebody took it is a row of the trail.
         */
        get: operations["download_export_api_v2_workspace_exports__export_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/workspace/exports/{export_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Link
         * @description A link to the file: for 24 hours, for this person, in this workspace.
         */
        post: operations["make_link_api_v2_workspace_exports__export_id__link_post"];
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
         * AccessOut
         * @description What a member may do and see: `companies` null means all.
         */
        AccessOut: {
            check: components["schemas"]["CheckOut"] | null;
            /** Companies */
            companies: string[] | null;
            /** Documents */
            documents: number;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
        };
        /**
         * AnswerModelOut
         * @description A model that can be asked by its id, with the name that the workspace gave it.
         */
        AnswerModelOut: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * AnswerModelsOut
         * @description The models that the member may choose among, in the order in which they are asked.
         */
        AnswerModelsOut: {
            /** Items */
            items: components["schemas"]["AnswerModelOut"][];
        };
        /**
         * AnswerOut
         * @description What the assistant said, and what each sentence rests on. `follows` is the answer that it
         *     goes on from; answers of a conversation that follow the same one, or none, are alternatives. It
         *     is always written by an AI system: `ai_notice` says so in the answer's language. `confidence`
         *     is from 0 to 1; a quoted answer below 0.5 was found by meaning alone. With the status `imported`
         *     it is what another assistant said, which rests on no document; `ai_notice` says which.
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
            context?: components["schemas"]["ContextOut"] | null;
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
            /** Follows */
            follows?: string | null;
            /**
             * Generator
             * @enum {string}
             */
            generator: "extractive" | "model" | "imported";
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
            status: "answered" | "refused" | "imported";
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
         * @description An API key; `key` is given once, when it is made or gets a new secret.
         *
         *     `last_used_at` and `last_used_from` (an address) are kept to the minute. The secret before the
         *     last one works until `old_until`. Only its owner gives it a new one (`own`).
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
            /** Last Used From */
            last_used_from: string;
            /** Name */
            name: string;
            /** Old Until */
            old_until: string | null;
            /** Own */
            own: boolean;
            /** Owner */
            owner: string;
            /** Prefix */
            prefix: string;
            /** Scopes */
            scopes: components["schemas"]["Permission"][];
        };
        /**
         * ApiKeyRotationIn
         * @description A new secret: how long the old one goes on working, and until when the key is good.
         */
        ApiKeyRotationIn: {
            /** Expires At */
            expires_at?: string | null;
            /**
             * Overlap Hours
             * @default 0
             */
            overlap_hours: number;
        };
        /**
         * ApplicationChangeIn
         * @description What an application is from now on.
         */
        ApplicationChangeIn: {
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /** Name */
            name: string;
            /** Redirect Uris */
            redirect_uris?: string[];
            /** Scopes */
            scopes: (("openid" | "profile" | "email") | ("profile.read" | "answers.ask" | "conversations.read" | "documents.read" | "documents.manage" | "search.use" | "members.read" | "companies.read" | "events.stream"))[];
        };
        /**
         * ApplicationOut
         * @description An application; `client_secret` is given once, when it is made.
         *
         *     `answered_for_by` is the member whose rights bound a machine's; null for all others.
         */
        ApplicationOut: {
            /** Answered For By */
            answered_for_by: string | null;
            /** Client Id */
            client_id: string;
            /** Client Secret */
            client_secret?: string | null;
            /** Confidential */
            confidential: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Enabled */
            enabled: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Machine */
            machine: boolean;
            /** Name */
            name: string;
            /** Redirect Uris */
            redirect_uris: string[];
            /** Scopes */
            scopes: string[];
        };
        /**
         * AskerOut
         * @description Whose conversation it is, where it isn't one's own, and for which company.
         */
        AskerOut: {
            /** Company */
            company: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * AssignmentIn
         * @description Who is to look after it: a `person` (oneself without an `assignee_id`), the `assistant`
         *     again, or nobody any more because it is `solved`. What somebody else took needs
         *     `even_if_taken`.
         */
        AssignmentIn: {
            /** Assignee Id */
            assignee_id?: string | null;
            /**
             * Even If Taken
             * @default false
             */
            even_if_taken: boolean;
            /**
             * Status
             * @enum {string}
             */
            status: "person" | "assistant" | "solved";
        };
        /**
         * AssignmentOut
         * @description Who looks after a conversation that was passed to people: nobody yet (`waiting`), a `person`,
         *     the `assistant` again, or it is `solved`. While it waits, the staff are reminded: last at
         *     `reminded_at`.
         */
        AssignmentOut: {
            assignee: components["schemas"]["PersonOut"] | null;
            /** Ended At */
            ended_at: string | null;
            /** Reminded At */
            reminded_at: string | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "waiting" | "person" | "assistant" | "solved";
            /** Taken At */
            taken_at: string | null;
            /** Yours */
            yours: boolean;
        };
        /**
         * AttachedPassageOut
         * @description A piece of what was read from a file.
         */
        AttachedPassageOut: {
            /** Headings */
            headings: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Page */
            page: number | null;
            /** Text */
            text: string;
        };
        /**
         * AttachmentOut
         * @description A file that somebody gave to a conversation. It is `reading` until the assistant has read it,
         *     then `ready`; one that it can't read has `failed`, with the `problem` and a `hint` what to do,
         *     and can be sent all the same: people see it. A `picture` is for people alone. Of one that was
         *     `removed`, its name is left.
         */
        AttachmentOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Hint */
            hint: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "document" | "picture";
            /** Media Type */
            media_type: string;
            /** Name */
            name: string;
            /** Pages */
            pages: number | null;
            /** Problem */
            problem: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "reading" | "ready" | "failed" | "removed";
            /** Yours */
            yours: boolean;
        };
        /**
         * AttachmentText
         * @description What was read from a file, in order.
         */
        AttachmentText: {
            attachment: components["schemas"]["AttachmentOut"];
            /** Passages */
            passages: components["schemas"]["AttachedPassageOut"][];
        };
        /**
         * Attributes
         * @description Under which names the provider tells e-mail, name, groups and subject; empty: the usual.
         */
        Attributes: {
            /**
             * Email
             * @default
             */
            email: string;
            /**
             * Groups
             * @default
             */
            groups: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Scope
             * @description more OpenID scopes, with spaces between
             * @default
             */
            scope: string;
            /**
             * Subject
             * @default
             */
            subject: string;
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
        /**
         * AuthorizationIn
         * @description The person's answer; `query` is the request as the application sent it.
         */
        AuthorizationIn: {
            /** Allow */
            allow: boolean;
            /** Query */
            query: string;
        };
        /**
         * AuthorizationOut
         * @description What an application asks for; with `location`, nothing is asked: the browser goes there.
         *
         *     What is allowed holds until `ends_at` at the latest.
         */
        AuthorizationOut: {
            /**
             * Application
             * @default
             */
            application: string;
            /** Ends At */
            ends_at?: string | null;
            /** Location */
            location?: string | null;
            /**
             * Redirect Host
             * @default
             */
            redirect_host: string;
            /** Scopes */
            scopes: string[];
            /**
             * Workspace
             * @default
             */
            workspace: string;
        };
        /**
         * BadOut
         * @description The first row that isn't what was written; see `fault`.
         */
        BadOut: {
            /** Action */
            action: string;
            /** Created At */
            created_at: string | null;
            /** Entry Id */
            entry_id: string | null;
            /**
             * Fault
             * @enum {string}
             */
            fault: "changed" | "removed" | "gap" | "unchained" | "tail" | "pruned";
            /** Seq */
            seq: number | null;
        };
        /** Body_attach_api_v2_attachments_post */
        Body_attach_api_v2_attachments_post: {
            /**
             * File
             * @description a picture or a document
             */
            file: string;
        };
        /** Body_change_logo_api_v2_branding_logo_put */
        Body_change_logo_api_v2_branding_logo_put: {
            /**
             * File
             * @description PNG, JPEG or WebP
             */
            file: string;
        };
        /** Body_import_from_elsewhere_api_v2_conversations_imports_post */
        Body_import_from_elsewhere_api_v2_conversations_imports_post: {
            /**
             * File
             * @description ChatGPT's export (.zip or conversations.json) or Open WebUI's (.json)
             */
            file: string;
        };
        /** Body_import_members_api_v2_members_import_post */
        Body_import_members_api_v2_members_import_post: {
            /** Digest */
            digest: string;
            /**
             * File
             * @description CSV with a first line that names the columns
             */
            file: string;
        };
        /** Body_preview_import_api_v2_members_import_preview_post */
        Body_preview_import_api_v2_members_import_preview_post: {
            /**
             * File
             * @description CSV with a first line that names the columns
             */
            file: string;
        };
        /** Body_transcribe_api_v2_speech_transcriptions_post */
        Body_transcribe_api_v2_speech_transcriptions_post: {
            /**
             * File
             * @description a recording of 10 MB at most
             */
            file: string;
            /**
             * Language
             * @description the one to expect
             * @default fr
             * @enum {string}
             */
            language: "fr" | "en";
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
         * BrandingIn
         * @description The whole of it but the logo.
         */
        BrandingIn: {
            /**
             * Accent
             * @default
             */
            accent: string;
            /**
             * Domain
             * @default
             */
            domain: string;
            /** Name */
            name: string;
            /**
             * Primary
             * @default
             */
            primary: string;
            /**
             * Sender
             * @default
             */
            sender: string;
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Title
             * @default
             */
            title: string;
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
         * CanOut
         * @description What the reader can do in the conversation: `ask` the assistant, `write` to the others,
         *     `share` it, look after it (`handle`) and write notes.
         */
        CanOut: {
            /** Ask */
            ask: boolean;
            /** Handle */
            handle: boolean;
            /** Share */
            share: boolean;
            /** Write */
            write: boolean;
        };
        /**
         * CandidatesOut
         * @description Who could be let into a conversation, by name.
         */
        CandidatesOut: {
            /** Items */
            items: components["schemas"]["PersonOut"][];
        };
        /**
         * CertificateOut
         * @description One of the provider's certificates.
         */
        CertificateOut: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Pem */
            pem: string;
        };
        /**
         * ChangeIn
         * @description What: `role` takes a role or a custom one, and a company for client roles; `company` takes
         *     a company, and reaches members of client roles alone.
         */
        ChangeIn: {
            /** Company Id */
            company_id?: string | null;
            /** Custom Role Id */
            custom_role_id?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "deactivate" | "reactivate" | "role" | "company";
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * ChangeOut
         * @description A row of the trail, for a glance.
         */
        ChangeOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "refused";
        };
        /**
         * ChangePlanOut
         * @description What a change does, or did, to whom; who is refused first. `undo_id` undoes it for a day.
         */
        ChangePlanOut: {
            /** Change */
            change: number;
            /** Digest */
            digest: string;
            /** Refused */
            refused: number;
            /** Rows */
            rows: components["schemas"]["ChangeRowOut"][];
            /** Unchanged */
            unchanged: number;
            /** Undo Id */
            undo_id?: string | null;
        };
        /**
         * ChangeRowOut
         * @description What becomes of one member; places are role and company, `reason` says why nothing does.
         */
        ChangeRowOut: {
            /** Active After */
            active_after: boolean;
            /** Active Before */
            active_before: boolean;
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Code */
            code: string | null;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "change" | "unchanged" | "refused";
            /** Reason */
            reason: string | null;
            user: components["schemas"]["UserOut"];
        };
        /**
         * CheckOut
         * @description Whether the member may open the document (`reads`), be `answered` from it, and why.
         */
        CheckOut: {
            /** Answered */
            answered: boolean;
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Reads */
            reads: boolean;
            /** Steps */
            steps: components["schemas"]["StepOut"][];
            /** Title */
            title: string;
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
         * @description A source: the passage, and the words of it that the answer rests on. Where it is `attached`,
         *     `document_id` is an attachment's.
         */
        CitationOut: {
            /**
             * Attached
             * @default false
             */
            attached: boolean;
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
         * ClaimsOut
         * @description Who a provider says somebody is, as the connection reads it.
         */
        ClaimsOut: {
            /** Email */
            email: string;
            /** Email Verified */
            email_verified: boolean | null;
            /** Groups */
            groups: string[] | null;
            /** Name */
            name: string;
            /** Subject */
            subject: string;
        };
        /**
         * CompanyChange
         * @description Changes of a company; a field left out stays.
         */
        CompanyChange: {
            /** Domains */
            domains?: string[] | null;
            /** Name */
            name?: string | null;
        };
        /**
         * CompanyDetail
         * @description A client company with its e-mail domains and how many active people it has.
         */
        CompanyDetail: {
            /** Domains */
            domains: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Members */
            members: number;
            /** Name */
            name: string;
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
         * ConcernOut
         * @description Something that needs attention.
         */
        ConcernOut: {
            /** Count */
            count: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "mail_not_set_up" | "admins_without_factor" | "registration_lapsed" | "factor_not_required" | "one_admin" | "documents_failed" | "keys_expiring" | "invitations_expired" | "long_gone";
            /**
             * Severity
             * @enum {string}
             */
            severity: "high" | "medium" | "low";
        };
        /**
         * ConnectedOut
         * @description What a member allowed an application.
         */
        ConnectedOut: {
            /** Application */
            application: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Member */
            member: string;
            /** Scopes */
            scopes: string[];
        };
        /**
         * ConnectionChange
         * @description Changes of a connection; a field left out stays.
         */
        ConnectionChange: {
            /** Allow Idp Initiated */
            allow_idp_initiated?: boolean | null;
            attributes?: components["schemas"]["Attributes"] | null;
            /** Certificates */
            certificates?: string[] | null;
            /** Client Id */
            client_id?: string | null;
            /** Client Secret */
            client_secret?: string | null;
            /** Default Company Id */
            default_company_id?: string | null;
            /** Default Custom Role Id */
            default_custom_role_id?: string | null;
            default_role?: components["schemas"]["Role"] | null;
            /** Enabled */
            enabled?: boolean | null;
            /** Entity Id */
            entity_id?: string | null;
            /** Issuer */
            issuer?: string | null;
            /** Jit */
            jit?: boolean | null;
            /** Mapping */
            mapping?: components["schemas"]["Rule"][] | null;
            /** Name */
            name?: string | null;
            /** Single Logout */
            single_logout?: boolean | null;
            /** Slo Url */
            slo_url?: string | null;
            /** Sso Url */
            sso_url?: string | null;
        };
        /**
         * ConnectionOut
         * @description A connection; its secret never leaves.
         */
        ConnectionOut: {
            /** Allow Idp Initiated */
            allow_idp_initiated: boolean;
            attributes: components["schemas"]["Attributes"];
            /** Certificates */
            certificates: components["schemas"]["CertificateOut"][];
            /** Client Id */
            client_id: string;
            /** Default Company Id */
            default_company_id: string | null;
            /** Default Custom Role Id */
            default_custom_role_id: string | null;
            default_role: components["schemas"]["Role"];
            /** Enabled */
            enabled: boolean;
            /** Entity Id */
            entity_id: string;
            /** Has Secret */
            has_secret: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Issuer */
            issuer: string;
            /** Jit */
            jit: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "oidc" | "saml";
            /** Mapping */
            mapping: components["schemas"]["Rule"][];
            /** Name */
            name: string;
            service: components["schemas"]["ServiceOut"];
            /** Single Logout */
            single_logout: boolean;
            /** Slo Url */
            slo_url: string;
            /** Sso Url */
            sso_url: string;
            /** Tested At */
            tested_at: string | null;
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
         * ContextOut
         * @description The document that a question was asked from.
         */
        ContextOut: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Title */
            title: string;
        };
        /**
         * ConversationChange
         * @description What is to be different; what is left out stays. A `folder_id` of null takes it out.
         */
        ConversationChange: {
            /**
             * Archived
             * @default false
             */
            archived: boolean;
            /** Folder Id */
            folder_id?: string | null;
            /**
             * Pinned
             * @default false
             */
            pinned: boolean;
            /**
             * Tags
             * @default []
             */
            tags: string[];
            /**
             * Title
             * @default
             */
            title: string;
        };
        /**
         * ConversationDetail
         * @description A conversation with its messages, oldest first. One's own is `closed` when it can be read
         *     and not gone on with: it was held for another company than one's own, or imported.
         */
        ConversationDetail: {
            asker?: components["schemas"]["AskerOut"] | null;
            /**
             * Closed
             * @default false
             */
            closed: boolean;
            filing?: components["schemas"]["FilingOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Origin */
            origin?: ("chatgpt" | "openwebui") | null;
            /** Title */
            title: string;
        };
        /**
         * ConversationExportIn
         * @description What is wanted as a file, and of what kind.
         */
        ConversationExportIn: {
            /**
             * Format
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "json" | "csv" | "pdf" | "docx";
            /** Wanted */
            wanted: components["schemas"]["ExportOfIds"] | components["schemas"]["ExportOfList"] | components["schemas"]["ExportAgain"];
        };
        /**
         * ConversationExportOut
         * @description An export: how far it is, and until when its file is kept. `left_out` are conversations that
         *     could not be read any more when it was made; `error_code` is `no_room`, `access_lost`,
         *     `interrupted` or `internal`, and empty unless it failed.
         */
        ConversationExportOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done */
            done: number;
            /** Ended At */
            ended_at: string | null;
            /** Error Code */
            error_code: string;
            /** Expires At */
            expires_at: string | null;
            /** File Name */
            file_name: string;
            /**
             * Format
             * @enum {string}
             */
            format: "markdown" | "json" | "csv" | "pdf" | "docx";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Left Out */
            left_out: number;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "ready" | "failed" | "cancelled";
            /** Total */
            total: number;
        };
        /**
         * ConversationFolderIn
         * @description A folder's name, once a member.
         */
        ConversationFolderIn: {
            /** Name */
            name: string;
        };
        /**
         * ConversationFolderOut
         * @description A member's own folder; archived and deleted conversations aren't counted.
         */
        ConversationFolderOut: {
            /** Conversations */
            conversations: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * ConversationFoldersOut
         * @description A member's folders, by name, and tags, the commonest first.
         */
        ConversationFoldersOut: {
            /** Folders */
            folders: components["schemas"]["ConversationFolderOut"][];
            /** Tags */
            tags: components["schemas"]["TagOut"][];
        };
        /**
         * ConversationLinkIn
         * @description How long a link is to work.
         */
        ConversationLinkIn: {
            /**
             * Days
             * @default 7
             * @enum {integer}
             */
            days: 1 | 7 | 30;
        };
        /**
         * ConversationLinkOut
         * @description A link that opens the conversation to its circle; how often it was opened.
         */
        ConversationLinkOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
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
            /** Opened */
            opened: number;
        };
        /**
         * ConversationLinksOut
         * @description The links that still work.
         */
        ConversationLinksOut: {
            /** Items */
            items: components["schemas"]["ConversationLinkOut"][];
        };
        /**
         * ConversationOut
         * @description A conversation in the list; `filing` is null for other people's. `origin` is where it was
         *     imported from. It is `unread` when somebody wrote in it since the reader was there, and
         *     `mentioned` when they called the reader by name. `request` is set where it was passed to people
         *     and the reader sees the list of those.
         */
        ConversationOut: {
            asker?: components["schemas"]["AskerOut"] | null;
            filing?: components["schemas"]["FilingOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mentioned
             * @default false
             */
            mentioned: boolean;
            /** Messages */
            messages: number;
            /** Origin */
            origin?: ("chatgpt" | "openwebui") | null;
            request?: components["schemas"]["RequestOut"] | null;
            /** Title */
            title: string;
            /**
             * Unread
             * @default false
             */
            unread: boolean;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ConversationSummaryOut
         * @description What whoever takes over must know: who asks, what they asked and what was tried, in order;
         *     `left_out` counts earlier questions that are not among them. `wish` is what the person wrote
         *     when they asked for help.
         */
        ConversationSummaryOut: {
            asker: components["schemas"]["PersonOut"];
            /** Company */
            company: string;
            /** Last Words */
            last_words: string;
            /** Left Out */
            left_out: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Tried */
            tried: components["schemas"]["TriedOut"][];
            /** Waiting Since */
            waiting_since: string | null;
            /** Written */
            written: number;
        };
        /**
         * ConversationsExport
         * @description Which conversations are wanted as a file, and of what kind: `markdown`, `pdf` or
         *     `docx` to read, `json` for programs, `csv` for spreadsheets (a row per conversation).
         */
        ConversationsExport: {
            /**
             * Format
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "json" | "csv" | "pdf" | "docx";
            /** Ids */
            ids: string[];
        };
        /**
         * ConversationsFound
         * @description What was found, best first; `complete` is false when there may be more.
         */
        ConversationsFound: {
            /** Complete */
            complete: boolean;
            /** Items */
            items: components["schemas"]["FoundOut"][];
        };
        /**
         * ConversationsImportOut
         * @description What became of an export: conversations that are new here, that were here already, that were
         *     left out (the first hundred with their reasons); messages that were cut for their length.
         */
        ConversationsImportOut: {
            /** Already */
            already: number;
            /** Created */
            created: number;
            /** Reasons */
            reasons: components["schemas"]["LeftOutOut"][];
            /** Shortened */
            shortened: number;
            /** Skipped */
            skipped: number;
        };
        /**
         * ConversationsNarrowing
         * @description Which conversations are meant, and in which order. `state`, `folder`, `tag` and `pinned`
         *     narrow one's own alone: how people file theirs is nobody else's. `since` and `until` are days
         *     (UTC), both included; `outcome`, `rated` and `language` hold of one and the same answer.
         *     `shared` are those that others opened to the reader, `requests` those passed to the staff, of
         *     which `request` takes those that are so far.
         */
        ConversationsNarrowing: {
            /** Company */
            company?: string | null;
            /** Folder */
            folder?: string | null;
            /** Language */
            language?: ("fr" | "en") | null;
            /**
             * Of
             * @default own
             * @enum {string}
             */
            of: "own" | "company" | "shared" | "requests";
            /** Outcome */
            outcome?: ("answered" | "refused" | "imported") | null;
            /**
             * Person
             * @description a member's id
             */
            person?: string | null;
            /** Pinned */
            pinned?: boolean | null;
            /** Rated */
            rated?: ("up" | "down") | null;
            /** Request */
            request?: ("waiting" | "person" | "yours" | "assistant" | "solved") | null;
            /**
             * Search
             * @description words of the title
             * @default
             */
            search: string;
            /** Since */
            since?: string | null;
            /**
             * Sort
             * @default -updated
             * @enum {string}
             */
            sort: "updated" | "-updated" | "title" | "-title";
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "archived" | "deleted";
            /** Tag */
            tag?: string | null;
            /** Until */
            until?: string | null;
        };
        /**
         * DayOut
         * @description How much was done and refused on a day (UTC).
         */
        DayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Done */
            done: number;
            /** Refused */
            refused: number;
        };
        /**
         * DefaultsIn
         * @description Changes of a role's defaults; a field left out stays, null takes the product's value.
         */
        DefaultsIn: {
            /** Answer Length */
            answer_length?: ("short" | "normal" | "detailed") | null;
            /** Columns Companies */
            columns_companies?: ("domains" | "members")[] | null;
            /** Columns Conversations */
            columns_conversations?: ("messages" | "updated")[] | null;
            /** Columns Invitations */
            columns_invitations?: ("role" | "company" | "sent" | "validity")[] | null;
            /** Columns Members */
            columns_members?: ("role" | "company" | "seen" | "factor")[] | null;
            /** Columns Requests */
            columns_requests?: ("asker" | "since" | "with" | "updated")[] | null;
            /** Density */
            density?: ("comfortable" | "compact") | null;
            /** Expertise */
            expertise?: ("beginner" | "intermediate" | "expert") | null;
            /** Sidebar */
            sidebar?: ("home" | "inbox" | "documents" | "requests" | "members" | "overview")[] | null;
            /** Sidebar State */
            sidebar_state?: ("open" | "folded") | null;
            /** Start Page */
            start_page?: ("assistant" | "home" | "conversations" | "documents" | "overview") | null;
            /** Text Size */
            text_size?: (100 | 125 | 150 | 200) | null;
            /** Theme */
            theme?: ("auto" | "light" | "dark") | null;
            /** Tone */
            tone?: ("neutral" | "friendly" | "formal") | null;
            /** Wide Widgets */
            wide_widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
            /** Widgets */
            widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
        };
        /**
         * DefaultsOut
         * @description A role's defaults; what is null follows the product's own value.
         */
        DefaultsOut: {
            /** Answer Length */
            answer_length?: ("short" | "normal" | "detailed") | null;
            /** Columns Companies */
            columns_companies?: ("domains" | "members")[] | null;
            /** Columns Conversations */
            columns_conversations?: ("messages" | "updated")[] | null;
            /** Columns Invitations */
            columns_invitations?: ("role" | "company" | "sent" | "validity")[] | null;
            /** Columns Members */
            columns_members?: ("role" | "company" | "seen" | "factor")[] | null;
            /** Columns Requests */
            columns_requests?: ("asker" | "since" | "with" | "updated")[] | null;
            /** Density */
            density?: ("comfortable" | "compact") | null;
            /** Expertise */
            expertise?: ("beginner" | "intermediate" | "expert") | null;
            role: components["schemas"]["Role"];
            /** Sidebar */
            sidebar?: ("home" | "inbox" | "documents" | "requests" | "members" | "overview")[] | null;
            /** Sidebar State */
            sidebar_state?: ("open" | "folded") | null;
            /** Start Page */
            start_page?: ("assistant" | "home" | "conversations" | "documents" | "overview") | null;
            /** Text Size */
            text_size?: (100 | 125 | 150 | 200) | null;
            /** Theme */
            theme?: ("auto" | "light" | "dark") | null;
            /** Tone */
            tone?: ("neutral" | "friendly" | "formal") | null;
            /** Wide Widgets */
            wide_widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
            /** Widgets */
            widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
        };
        /**
         * DeletionIn
         * @description The workspace's name, typed in, and in how many days it is deleted.
         */
        DeletionIn: {
            /**
             * Days
             * @default 14
             */
            days: number;
            /** Name */
            name: string;
        };
        /**
         * DeletionOut
         * @description When the workspace is to be deleted and who asked for it; nulls where nobody did.
         */
        DeletionOut: {
            /** Asked At */
            asked_at: string | null;
            /** Asked By */
            asked_by: string;
            /** Closes At */
            closes_at: string | null;
            extent: components["schemas"]["ExtentOut"];
            /**
             * Fewest Days
             * @default 1
             */
            fewest_days: number;
            /**
             * Most Days
             * @default 90
             */
            most_days: number;
            /**
             * Usual Days
             * @default 14
             */
            usual_days: number;
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
         * DirectoryFailureOut
         * @description A call of the directory that was refused, and why.
         */
        DirectoryFailureOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Method */
            method: string;
            /** Path */
            path: string;
            /** Status */
            status: number;
        };
        /**
         * DirectoryGroupOut
         * @description A group that the directory sent, and the role that it gives; null gives none.
         */
        DirectoryGroupOut: {
            /** Company Id */
            company_id: string | null;
            /** Custom Role Id */
            custom_role_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Members */
            members: number;
            /** Name */
            name: string;
            role: components["schemas"]["Role"] | null;
        };
        /**
         * DirectoryOut
         * @description Where a directory finds SCIM, where members came from, and what it was last refused.
         */
        DirectoryOut: {
            /** Base Url */
            base_url: string;
            /** Failures */
            failures: components["schemas"]["DirectoryFailureOut"][];
            /** Sources */
            sources: components["schemas"]["SourceOut"][];
        };
        /**
         * DiscoveryOut
         * @description What an OpenID provider says of itself.
         */
        DiscoveryOut: {
            /** Claims */
            claims: string[];
            /** End Session */
            end_session: boolean;
            /** Issuer */
            issuer: string;
            /** Scopes */
            scopes: string[];
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
         * DomainChange
         * @description Which connection may name addresses in the domain; null: any of the workspace.
         */
        DomainChange: {
            /** Connection Id */
            connection_id: string | null;
        };
        /**
         * DomainIn
         * @description A domain to be proved the workspace's own.
         */
        DomainIn: {
            /** Connection Id */
            connection_id?: string | null;
            /** Name */
            name: string;
        };
        /**
         * DomainOut
         * @description A domain and the TXT record that proves it.
         */
        DomainOut: {
            /** Checked At */
            checked_at: string | null;
            /** Connection Id */
            connection_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Missing Since */
            missing_since: string | null;
            /** Name */
            name: string;
            /** Record Name */
            record_name: string;
            /** Record Value */
            record_value: string;
            /** Verified At */
            verified_at: string | null;
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
         * EmergencyAdmin
         * @description An admin who may come in without the identity provider.
         */
        EmergencyAdmin: {
            /** Email */
            email: string;
            /** Has Password */
            has_password: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * EnforcementIn
         * @description Whether only the identity provider opens the workspace, and who is exempt.
         */
        EnforcementIn: {
            /** Break Glass */
            break_glass: string[];
            /** Enforced */
            enforced: boolean;
        };
        /**
         * EnforcementOut
         * @description The switch, who is exempt, and who could be.
         */
        EnforcementOut: {
            /** Break Glass */
            break_glass: string[];
            /** Candidates */
            candidates: components["schemas"]["EmergencyAdmin"][];
            /** Enforced */
            enforced: boolean;
        };
        /**
         * EntryOut
         * @description A row of the trail; names and values as they were then.
         */
        EntryOut: {
            /** Action */
            action: string;
            /** Actor Name */
            actor_name: string;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /** Agent */
            agent: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Credential */
            credential: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Ip */
            ip: string;
            /** Member Id */
            member_id: string | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "refused";
            /** Request Id */
            request_id: string;
            /** Target Id */
            target_id: string | null;
            /** Target Kind */
            target_kind: string;
        };
        /**
         * ExportAgain
         * @description What an earlier export of one's own asked for, as long as it is listed.
         */
        ExportAgain: {
            /**
             * Again
             * Format: uuid
             */
            again: string;
        };
        /**
         * ExportIn
         * @description What to export, and how.
         */
        ExportIn: {
            /**
             * @default {
             *       "action": "",
             *       "ip": "",
             *       "kind": "",
             *       "outcome": "",
             *       "text": ""
             *     }
             */
            filters: components["schemas"]["FiltersIn"];
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "jsonl";
        };
        /**
         * ExportLink
         * @description Where the file is, for the person who asked, until then.
         */
        ExportLink: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Url */
            url: string;
        };
        /**
         * ExportOfIds
         * @description These conversations, in this order.
         */
        ExportOfIds: {
            /** Ids */
            ids: string[];
        };
        /**
         * ExportOfList
         * @description All that a list holds when the job runs, in the list's order; never what was deleted.
         */
        ExportOfList: {
            filter: components["schemas"]["ConversationsNarrowing"];
        };
        /**
         * ExportOfWorkspace
         * @description An export: how far it is, and until when its file is kept.
         *
         *     `error_code` is `no_room`, `interrupted` or `internal`, and empty unless it failed.
         */
        ExportOfWorkspace: {
            /** Asked By */
            asked_by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done */
            done: number;
            /** Ended At */
            ended_at: string | null;
            /** Error Code */
            error_code: string;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Passages */
            passages: boolean;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "running" | "ready" | "failed" | "cancelled" | "expired";
            /** Total */
            total: number;
        };
        /**
         * ExportOfWorkspaceIn
         * @description What the file holds besides everything else: the passages read from documents.
         */
        ExportOfWorkspaceIn: {
            /**
             * Passages
             * @default false
             */
            passages: boolean;
        };
        /**
         * ExtentOut
         * @description How much the workspace holds.
         */
        ExtentOut: {
            /** Bytes */
            bytes: number;
            /** Companies */
            companies: number;
            /** Conversations */
            conversations: number;
            /** Documents */
            documents: number;
            /** Members */
            members: number;
            /** Trail */
            trail: number;
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
         * FilingOut
         * @description How its member keeps a conversation. A deleted one can be restored for 30 days.
         */
        FilingOut: {
            /** Archived */
            archived: boolean;
            /** Deleted At */
            deleted_at: string | null;
            /** Folder Id */
            folder_id: string | null;
            /** Pinned */
            pinned: boolean;
            /** Tags */
            tags: string[];
        };
        /**
         * FilterSettings
         * @description What is searched, the sort (`-` turns it round), and the filters by name; '' is any.
         */
        FilterSettings: {
            /** Filters */
            filters?: {
                [key: string]: string;
            };
            /**
             * Search
             * @default
             */
            search: string;
            /**
             * Sort
             * @default
             */
            sort: string;
        };
        /**
         * FiltersIn
         * @description Which rows are wanted.
         */
        FiltersIn: {
            /**
             * Action
             * @description an action, or its noun (member)
             * @default
             */
            action: string;
            /**
             * Ip
             * @default
             */
            ip: string;
            /**
             * Kind
             * @description what it was done to, as target_kind says
             * @default
             */
            kind: string;
            /** Member Id */
            member_id?: string | null;
            /**
             * Outcome
             * @default
             * @enum {string}
             */
            outcome: "" | "done" | "refused";
            /** Since */
            since?: string | null;
            /**
             * Text
             * @description words in names, actions and values
             * @default
             */
            text: string;
            /** Until */
            until?: string | null;
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
        /**
         * FoundOut
         * @description A conversation that was found: by its title, by all of the words, by some of them, or
         *     because it asks nearly the same in other words.
         */
        FoundOut: {
            conversation: components["schemas"]["ConversationOut"];
            /** Hits */
            hits: components["schemas"]["HitOut"][];
            /**
             * Match
             * @enum {string}
             */
            match: "title" | "words" | "some" | "meaning";
        };
        /**
         * FoundPart
         * @description A piece of an excerpt; `hit` where it is a word that was looked for.
         */
        FoundPart: {
            /** Hit */
            hit: boolean;
            /** Text */
            text: string;
        };
        /**
         * GrantIn
         * @description A company that a limited member is to act for; without `permissions` as the role allows.
         */
        GrantIn: {
            /**
             * Company Id
             * Format: uuid
             */
            company_id: string;
            /** Permissions */
            permissions?: components["schemas"]["Permission"][] | null;
        };
        /**
         * GrantOut
         * @description A company that a limited member acts for; `permissions` null means the role's own.
         */
        GrantOut: {
            company: components["schemas"]["CompanyOut"];
            /** Permissions */
            permissions: components["schemas"]["Permission"][] | null;
        };
        /**
         * GroupMappingIn
         * @description What role the group's members get; a custom role stands before a built-in one.
         */
        GroupMappingIn: {
            /** Company Id */
            company_id?: string | null;
            /** Custom Role Id */
            custom_role_id?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * HabitChange
         * @description A topic's name (empty: its own again), and whether the item counts; null stays.
         */
        HabitChange: {
            /** Name */
            name?: string | null;
            /** On */
            on?: boolean | null;
        };
        /**
         * HabitLearning
         * @description Whether acts are learned from.
         */
        HabitLearning: {
            /** Learning */
            learning: boolean;
        };
        /**
         * HabitOut
         * @description Something the member uses: how often, and when last.
         *
         *     `given`: the name is the member's own; `on`: it is counted and offered; `target`: the id of the
         *     document or colleague.
         */
        HabitOut: {
            /** Count */
            count: number;
            /** Given */
            given: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "topic" | "document" | "colleague";
            /** Name */
            name: string;
            /** On */
            on: boolean;
            /** Target */
            target: string | null;
            /**
             * Used At
             * Format: date-time
             */
            used_at: string;
        };
        /**
         * HabitsOut
         * @description What was learned of the member, the most used of each kind first.
         */
        HabitsOut: {
            /** Items */
            items: components["schemas"]["HabitOut"][];
            /** Learning */
            learning: boolean;
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
         * HeadOut
         * @description A signed head of the chain, to be kept outside.
         */
        HeadOut: {
            /** At */
            at: string;
            /** Format */
            format: string;
            /** Hash */
            hash: string;
            /** Public Key */
            public_key: string;
            /** Seq */
            seq: number;
            /** Signature */
            signature: string;
            /**
             * Workspace
             * Format: uuid
             */
            workspace: string;
        };
        /**
         * HitOut
         * @description A message that was found, with the part of it that shows why.
         */
        HitOut: {
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /** Parts */
            parts: components["schemas"]["FoundPart"][];
            /**
             * Role
             * @enum {string}
             */
            role: "user" | "assistant" | "person";
            /**
             * Said At
             * Format: date-time
             */
            said_at: string;
        };
        /**
         * ImportRowOut
         * @description What becomes of one row; `before` and `after` are role and company.
         */
        ImportRowOut: {
            /**
             * Action
             * @enum {string}
             */
            action: "invite" | "change" | "reactivate" | "deactivate" | "unchanged" | "error";
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Email */
            email: string;
            /** Line */
            line: number;
            /** Reason */
            reason: string;
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
         * InvitationChangesIn
         * @description Which invitations to send again, or to withdraw.
         */
        InvitationChangesIn: {
            /**
             * Action
             * @enum {string}
             */
            action: "resend" | "withdraw";
            /** Invitation Ids */
            invitation_ids: string[];
        };
        /**
         * InvitationChangesOut
         * @description How many invitations that was done with.
         */
        InvitationChangesOut: {
            /** Done */
            done: number;
        };
        /**
         * InvitationIn
         * @description Whom to invite as what.
         */
        InvitationIn: {
            /** Company Id */
            company_id?: string | null;
            /** Custom Role Id */
            custom_role_id?: string | null;
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
            looks: components["schemas"]["LooksOut"];
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
            custom_role: components["schemas"]["RoleRef"] | null;
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
         * IssuerIn
         * @description The address of an OpenID provider.
         */
        IssuerIn: {
            /** Issuer */
            issuer: string;
        };
        /**
         * JoiningIn
         * @description Which workspace to join.
         */
        JoiningIn: {
            /** Workspace */
            workspace: string;
        };
        /**
         * KeyPolicyIn
         * @description How long new keys may live (null: no limit), and whether only admins make them.
         */
        KeyPolicyIn: {
            /**
             * By Admins Only
             * @default false
             */
            by_admins_only: boolean;
            /** Max Days */
            max_days?: number | null;
        };
        /**
         * KeyPolicyOut
         * @description What holds for new keys; `outlasting` counts the workspace's keys that go on for longer, and
         *     `allowed` says whether the reader may make keys.
         */
        KeyPolicyOut: {
            /** Allowed */
            allowed: boolean;
            /** By Admins Only */
            by_admins_only: boolean;
            /** Max Days */
            max_days: number | null;
            /** Outlasting */
            outlasting: number;
        };
        /**
         * LastChangeOut
         * @description Who changed a setting last; `actor` is empty for the program itself.
         */
        LastChangeOut: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * LeftOutOut
         * @description A conversation of an import that was left out, and why: it holds no message of a person or
         *     an assistant, can't be read, or is longer than one can be.
         */
        LeftOutOut: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "empty" | "unreadable" | "too_large" | "too_many_messages";
            /** Title */
            title: string;
        };
        /**
         * LinkOut
         * @description A member who signs in as one subject of the provider's.
         */
        LinkOut: {
            /** Email */
            email: string;
            /**
             * Last Sign In At
             * Format: date-time
             */
            last_sign_in_at: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Name */
            name: string;
            /** Subject */
            subject: string;
        };
        /**
         * LocationOut
         * @description Where the browser goes next.
         */
        LocationOut: {
            /** Location */
            location: string;
        };
        /**
         * LooksOut
         * @description A workspace's name, logo, colours, and what its sign-in page says.
         */
        LooksOut: {
            /** Logo Url */
            logo_url: string | null;
            /** Name */
            name: string;
            /** Text */
            text: string | null;
            /** Title */
            title: string | null;
            tones: components["schemas"]["TonesOut"];
        };
        /**
         * ManyConversationsChange
         * @description The same for many of one's own conversations at once: all are changed, or none.
         */
        ManyConversationsChange: {
            /**
             * Add Tags
             * @default []
             */
            add_tags: string[];
            /**
             * Archived
             * @default false
             */
            archived: boolean;
            /**
             * Deleted
             * @default false
             */
            deleted: boolean;
            /** Folder Id */
            folder_id?: string | null;
            /** Ids */
            ids: string[];
            /**
             * Pinned
             * @default false
             */
            pinned: boolean;
            /**
             * Remove Tags
             * @default []
             */
            remove_tags: string[];
        };
        /**
         * ManyConversationsOut
         * @description How many conversations were asked to change, and are now as wanted.
         */
        ManyConversationsOut: {
            /** Changed */
            changed: number;
        };
        /**
         * Me
         * @description Who the credential proves, where, with which permissions.
         *
         *     `mfa_due_at` is when the workspace will ask for a second factor that is not there yet.
         */
        Me: {
            /**
             * Credential
             * @enum {string}
             */
            credential: "session" | "jwt" | "api_key" | "oauth" | "system";
            /**
             * Language
             * @enum {string}
             */
            language: "fr" | "en";
            looks?: components["schemas"]["LooksOut"] | null;
            member: components["schemas"]["MeMember"];
            /** Mfa Due At */
            mfa_due_at?: string | null;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            preferences: components["schemas"]["PreferencesOut"];
            preview?: components["schemas"]["PreviewOut"] | null;
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
            custom_role: components["schemas"]["RoleRef"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            role: components["schemas"]["Role"];
        };
        /**
         * MemberChange
         * @description Changes of a member; a field left out stays. A custom role brings its built-in one with it;
         *     `custom_role_id: null` takes it away. `grants` replaces the companies of a limited agent.
         */
        MemberChange: {
            /** Active */
            active?: boolean | null;
            /** Company Id */
            company_id?: string | null;
            /** Custom Role Id */
            custom_role_id?: string | null;
            /** Grants */
            grants?: components["schemas"]["GrantIn"][] | null;
            /** Limited To Companies */
            limited_to_companies?: boolean | null;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * MemberChangesDone
         * @description The change to carry out; `digest` is the preview's.
         */
        MemberChangesDone: {
            change: components["schemas"]["ChangeIn"];
            /** Digest */
            digest: string;
            selection: components["schemas"]["SelectionIn"];
        };
        /**
         * MemberChangesIn
         * @description A change of many members, to look at.
         */
        MemberChangesIn: {
            change: components["schemas"]["ChangeIn"];
            selection: components["schemas"]["SelectionIn"];
        };
        /**
         * MemberCountsOut
         * @description How many members there are: left by the filter, in all, active, and of each kind.
         *
         *     `by_role`, `by_company` and `without_factor` count active members; the last is null for who may
         *     not see it.
         */
        MemberCountsOut: {
            /** Active */
            active: number;
            /** All */
            all: number;
            /** By Company */
            by_company: {
                [key: string]: number;
            };
            /** By Role */
            by_role: {
                [key: string]: number;
            };
            /** By Source */
            by_source: {
                [key: string]: number;
            };
            /** Matching */
            matching: number;
            /** Without Factor */
            without_factor: number | null;
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
            custom_role: components["schemas"]["RoleRef"] | null;
            /** Grants */
            grants?: components["schemas"]["GrantOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Seen At */
            last_seen_at: string | null;
            /** Limited To Companies */
            limited_to_companies: boolean;
            role: components["schemas"]["Role"];
            /** Second Factor */
            second_factor?: boolean | null;
            /**
             * Source
             * @enum {string}
             */
            source: "invited" | "joined" | "sso" | "scim";
            user: components["schemas"]["UserOut"];
        };
        /**
         * MemberWhere
         * @description Which members are meant: each field that is given narrows, and all of them hold.
         */
        MemberWhere: {
            /** Active */
            active?: boolean | null;
            /** Company Id */
            company_id?: string | null;
            /** Custom Role Id */
            custom_role_id?: string | null;
            role?: components["schemas"]["Role"] | null;
            /**
             * Search
             * @description words of name or address, in any order
             * @default
             */
            search: string;
            /**
             * Second Factor
             * @description needs `security.manage`
             */
            second_factor?: boolean | null;
            /**
             * Seen
             * @description `long_ago`: not for 90 days
             */
            seen?: ("week" | "month" | "long_ago" | "never") | null;
            /** Source */
            source?: ("invited" | "joined" | "sso" | "scim") | null;
        };
        /**
         * MembershipOut
         * @description One's membership.
         */
        MembershipOut: {
            /** Company */
            company: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            role: components["schemas"]["Role"];
            /** Workspace */
            workspace: string;
        };
        /**
         * MessageIn
         * @description A message, and the files that go with it (see `POST /attachments`).
         */
        MessageIn: {
            /**
             * Attachments
             * @description attachments' ids
             * @default []
             */
            attachments: string[];
            /**
             * Mentions
             * @description members' ids
             * @default []
             */
            mentions: string[];
            /** Text */
            text: string;
        };
        /**
         * MessageOut
         * @description A turn: a question (`user`), an answer, or what a `person` wrote to the others. `author` is
         *     null for a question of the person whose conversation it is, and for somebody who is gone.
         */
        MessageOut: {
            answer: components["schemas"]["AnswerOut"] | null;
            /**
             * Attachments
             * @default []
             */
            attachments: components["schemas"]["AttachmentOut"][];
            author?: components["schemas"]["PersonOut"] | null;
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
            role: "user" | "assistant" | "person";
            /** Text */
            text: string;
        };
        /**
         * MetadataIn
         * @description A SAML provider's metadata: the document itself, or where it stands.
         */
        MetadataIn: {
            /** Url */
            url?: string | null;
            /** Xml */
            xml?: string | null;
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
         * @description A document, or an attachment, close to the question.
         */
        NearestOut: {
            /**
             * Attached
             * @default false
             */
            attached: boolean;
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
        /**
         * NewApplicationIn
         * @description A new application; a confidential one can keep a secret.
         *
         *     A `machine` acts for itself, in nobody's name; it is confidential and has no redirect address.
         */
        NewApplicationIn: {
            /**
             * Confidential
             * @default true
             */
            confidential: boolean;
            /**
             * Machine
             * @default false
             */
            machine: boolean;
            /** Name */
            name: string;
            /** Redirect Uris */
            redirect_uris?: string[];
            /** Scopes */
            scopes: (("openid" | "profile" | "email") | ("profile.read" | "answers.ask" | "conversations.read" | "documents.read" | "documents.manage" | "search.use" | "members.read" | "companies.read" | "events.stream"))[];
        };
        /**
         * NewConversationLinkOut
         * @description A new link; its `url` is told only now.
         */
        NewConversationLinkOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
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
            /** Opened */
            opened: number;
            /** Url */
            url: string;
        };
        /**
         * NoteOut
         * @description What staff wrote beside the conversation; a client's people never see it.
         */
        NoteOut: {
            author: components["schemas"]["PersonOut"] | null;
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
            /** Text */
            text: string;
        };
        /**
         * NoticeChoicesIn
         * @description How the member wants to be told: kinds that are left out stay as they are.
         */
        NoticeChoicesIn: {
            /** Digest At */
            digest_at: string;
            /** Kinds */
            kinds: components["schemas"]["WaysOfKind"][];
            quiet?: components["schemas"]["QuietHours"] | null;
            /** Zone */
            zone: string;
        };
        /**
         * NoticeChoicesOut
         * @description How the member is told, of the kinds that can concern them.
         *
         *     `chosen`: whether they have chosen at all; `mail_is_set_up`: whether letters go out here.
         */
        NoticeChoicesOut: {
            /** Chosen */
            chosen: boolean;
            /** Digest At */
            digest_at: string;
            /** Kinds */
            kinds: components["schemas"]["WaysOut"][];
            /** Mail Is Set Up */
            mail_is_set_up: boolean;
            quiet: components["schemas"]["QuietHoursOut"] | null;
            /** Zone */
            zone: string;
        };
        /**
         * NoticeOut
         * @description Something that concerns the member; `words` fill the sentence of its kind.
         */
        NoticeOut: {
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
             * Kind
             * @enum {string}
             */
            kind: "request" | "unanswered" | "assigned" | "message" | "mention" | "export";
            /** Path */
            path: string;
            /** Read At */
            read_at: string | null;
            /** Words */
            words: {
                [key: string]: unknown;
            };
        };
        /**
         * NoticesRead
         * @description Which notices were read; null: all of them.
         */
        NoticesRead: {
            /** Ids */
            ids?: string[] | null;
        };
        /**
         * OfferOut
         * @description A workspace that the person may join, and the domain that opens it.
         */
        OfferOut: {
            /** Domain */
            domain: string;
            /** Name */
            name: string;
            /** Workspace */
            workspace: string;
        };
        /**
         * OpenConversation
         * @description A conversation as the people in it see it. `circle` names who it is open to when `shared`:
         *     the company's people, or the staff.
         */
        OpenConversation: {
            asker?: components["schemas"]["AskerOut"] | null;
            assignment: components["schemas"]["AssignmentOut"] | null;
            can: components["schemas"]["CanOut"];
            /**
             * Circle
             * @enum {string}
             */
            circle: "company" | "staff";
            /**
             * Closed
             * @default false
             */
            closed: boolean;
            filing?: components["schemas"]["FilingOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Messages */
            messages: components["schemas"]["MessageOut"][];
            /** Notes */
            notes: components["schemas"]["NoteOut"][];
            /** Origin */
            origin?: ("chatgpt" | "openwebui") | null;
            /** People */
            people: components["schemas"]["ParticipantOut"][];
            /** Shared */
            shared: boolean;
            /** Title */
            title: string;
        };
        /**
         * OptionsOut
         * @description What the sign-in page offers. The same whether or not an account exists.
         */
        OptionsOut: {
            branding: components["schemas"]["LooksOut"] | null;
            /** Methods */
            methods: ("password" | "code" | "passkey")[];
            /** Providers */
            providers: components["schemas"]["Provider"][];
            /**
             * Registration
             * @enum {string}
             */
            registration: "invitation" | "domain" | "open";
            sso: components["schemas"]["SsoOffer"] | null;
        };
        /**
         * OutcomeOut
         * @description What a sign-in would have done.
         */
        OutcomeOut: {
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** New Link */
            new_link: boolean;
            /** New Member */
            new_member: boolean;
            /** New User */
            new_user: boolean;
            role: components["schemas"]["Role"];
            /** Role Followed */
            role_followed: boolean;
        };
        /**
         * OverviewOut
         * @description Who is here, what needs attention, what changed; the last two for who may read the trail.
         */
        OverviewOut: {
            /** Changes */
            changes: components["schemas"]["ChangeOut"][];
            /** Concerns */
            concerns: components["schemas"]["ConcernOut"][];
            /** Days */
            days: components["schemas"]["DayOut"][];
            people: components["schemas"]["PeopleOut"];
        };
        /** Page[ApiKeyOut] */
        Page_ApiKeyOut_: {
            /** Items */
            items: components["schemas"]["ApiKeyOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ApplicationOut] */
        Page_ApplicationOut_: {
            /** Items */
            items: components["schemas"]["ApplicationOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[CompanyDetail] */
        Page_CompanyDetail_: {
            /** Items */
            items: components["schemas"]["CompanyDetail"][];
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
        /** Page[ConnectedOut] */
        Page_ConnectedOut_: {
            /** Items */
            items: components["schemas"]["ConnectedOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ConnectionOut] */
        Page_ConnectionOut_: {
            /** Items */
            items: components["schemas"]["ConnectionOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ConversationExportOut] */
        Page_ConversationExportOut_: {
            /** Items */
            items: components["schemas"]["ConversationExportOut"][];
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
        /** Page[DefaultsOut] */
        Page_DefaultsOut_: {
            /** Items */
            items: components["schemas"]["DefaultsOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[DirectoryGroupOut] */
        Page_DirectoryGroupOut_: {
            /** Items */
            items: components["schemas"]["DirectoryGroupOut"][];
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
        /** Page[DomainOut] */
        Page_DomainOut_: {
            /** Items */
            items: components["schemas"]["DomainOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[EntryOut] */
        Page_EntryOut_: {
            /** Items */
            items: components["schemas"]["EntryOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ExportOfWorkspace] */
        Page_ExportOfWorkspace_: {
            /** Items */
            items: components["schemas"]["ExportOfWorkspace"][];
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
        /** Page[LinkOut] */
        Page_LinkOut_: {
            /** Items */
            items: components["schemas"]["LinkOut"][];
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
        /** Page[NoticeOut] */
        Page_NoticeOut_: {
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[OfferOut] */
        Page_OfferOut_: {
            /** Items */
            items: components["schemas"]["OfferOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PushDeviceOut] */
        Page_PushDeviceOut_: {
            /** Items */
            items: components["schemas"]["PushDeviceOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ReaderOut] */
        Page_ReaderOut_: {
            /** Items */
            items: components["schemas"]["ReaderOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[RoleOut] */
        Page_RoleOut_: {
            /** Items */
            items: components["schemas"]["RoleOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[SavedFilterOut] */
        Page_SavedFilterOut_: {
            /** Items */
            items: components["schemas"]["SavedFilterOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[SettingOut] */
        Page_SettingOut_: {
            /** Items */
            items: components["schemas"]["SettingOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[WorkspaceRefOut] */
        Page_WorkspaceRefOut_: {
            /** Items */
            items: components["schemas"]["WorkspaceRefOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * ParticipantOut
         * @description Somebody in a conversation. `owner` is whose it is; who has `joined` was let in by name.
         *     `present` is whether a screen shows it to them now; they have read up to `read_at`.
         */
        ParticipantOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Joined */
            joined: boolean;
            /** Name */
            name: string;
            /** Owner */
            owner: boolean;
            /** Present */
            present: boolean;
            /** Read At */
            read_at: string | null;
            /** Staff */
            staff: boolean;
            /** You */
            you: boolean;
        };
        /**
         * ParticipantsIn
         * @description Who is to take part as well.
         */
        ParticipantsIn: {
            /** Member Ids */
            member_ids: string[];
        };
        /**
         * ParticipantsOut
         * @description Everybody in a conversation; or who could be let in.
         */
        ParticipantsOut: {
            /** Items */
            items: components["schemas"]["ParticipantOut"][];
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
         * PeopleOut
         * @description Counts of active members by role, of who was here, and of what lets people in.
         */
        PeopleOut: {
            /** Active Now */
            active_now: number;
            /** Active Week */
            active_week: number;
            /** By Role */
            by_role: {
                [key: string]: number;
            };
            /** Inactive */
            inactive: number;
            /** Invitations Expired */
            invitations_expired: number;
            /** Invitations Open */
            invitations_open: number;
            /** Keys */
            keys: number;
            /** Without Factor */
            without_factor: {
                [key: string]: number;
            };
        };
        /**
         * Permission
         * @description One thing that an endpoint can ask for.
         * @enum {string}
         */
        Permission: "profile.read" | "profile.write" | "answers.ask" | "conversations.read" | "documents.read" | "documents.manage" | "search.use" | "members.read" | "members.manage" | "companies.read" | "companies.manage" | "models.manage" | "apikeys.manage" | "settings.manage" | "events.stream" | "company.oversee" | "roles.manage" | "security.manage" | "directory.provision" | "trail.read" | "trail.export" | "workspace.export" | "workspace.delete";
        /**
         * PersonOut
         * @description A person by name; `staff` of the IT company itself.
         */
        PersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Staff */
            staff: boolean;
        };
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
         * PlanOut
         * @description What the table does; `digest` is to be given back to have exactly this done.
         */
        PlanOut: {
            /** Digest */
            digest: string;
            /** Rows */
            rows: components["schemas"]["ImportRowOut"][];
        };
        /**
         * PolicyIn
         * @description The whole policy; whether single sign-on is enforced is set with single sign-on.
         */
        PolicyIn: {
            /** Methods */
            methods?: ("password" | "code" | "passkey" | "google" | "microsoft")[];
            /**
             * Mfa Grace Days
             * @default 14
             */
            mfa_grace_days: number;
            /** Mfa Roles */
            mfa_roles?: components["schemas"]["Role"][];
            /**
             * Registration
             * @enum {string}
             */
            registration: "invitation" | "domain" | "open";
            /** Registration Company Id */
            registration_company_id?: string | null;
            /** Registration Domains */
            registration_domains?: string[];
            /** Session Hours */
            session_hours?: number | null;
        };
        /**
         * PolicyOut
         * @description The policy, what may be chosen for it, and who would not meet it.
         *
         *     `methods` empty means that all are accepted. `unready` names the first hundred people without
         *     a second factor, `unready_count` counts them all by role. `mfa_starts` is when each role was
         *     first asked for one.
         */
        PolicyOut: {
            /** Known Domains */
            known_domains: string[];
            /** Methods */
            methods: ("password" | "code" | "passkey" | "google" | "microsoft")[];
            /** Mfa Grace Days */
            mfa_grace_days: number;
            /** Mfa Roles */
            mfa_roles: components["schemas"]["Role"][];
            /** Mfa Starts */
            mfa_starts: {
                [key: string]: string;
            };
            /** Own Methods */
            own_methods: string[] | null;
            /**
             * Registration
             * @enum {string}
             */
            registration: "invitation" | "domain" | "open";
            /** Registration Company Id */
            registration_company_id: string | null;
            /** Registration Domains */
            registration_domains: string[];
            /** Session Hours */
            session_hours: number | null;
            /** Sso Enforced */
            sso_enforced: boolean;
            /** Unready */
            unready: components["schemas"]["UnreadyOut"][];
            /** Unready Count */
            unready_count: {
                [key: string]: number;
            };
        };
        /**
         * PreferencesIn
         * @description Changes of one's own preferences; a field left out stays, null follows the workspace.
         */
        PreferencesIn: {
            /** Answer Length */
            answer_length?: ("short" | "normal" | "detailed") | null;
            /** Columns Companies */
            columns_companies?: ("domains" | "members")[] | null;
            /** Columns Conversations */
            columns_conversations?: ("messages" | "updated")[] | null;
            /** Columns Invitations */
            columns_invitations?: ("role" | "company" | "sent" | "validity")[] | null;
            /** Columns Members */
            columns_members?: ("role" | "company" | "seen" | "factor")[] | null;
            /** Columns Requests */
            columns_requests?: ("asker" | "since" | "with" | "updated")[] | null;
            /** Density */
            density?: ("comfortable" | "compact") | null;
            /** Expertise */
            expertise?: ("beginner" | "intermediate" | "expert") | null;
            /** Language */
            language?: ("auto" | "fr" | "en") | null;
            /** Sidebar */
            sidebar?: ("home" | "inbox" | "documents" | "requests" | "members" | "overview")[] | null;
            /** Sidebar State */
            sidebar_state?: ("open" | "folded") | null;
            /** Start Page */
            start_page?: ("assistant" | "home" | "conversations" | "documents" | "overview") | null;
            /** Text Size */
            text_size?: (100 | 125 | 150 | 200) | null;
            /** Theme */
            theme?: ("auto" | "light" | "dark") | null;
            /** Tone */
            tone?: ("neutral" | "friendly" | "formal") | null;
            /** Wide Widgets */
            wide_widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
            /** Widgets */
            widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
        };
        /**
         * PreferencesOut
         * @description What holds for the person; `chosen` names the person's own choices among it.
         */
        PreferencesOut: {
            /**
             * Answer Length
             * @enum {string}
             */
            answer_length: "short" | "normal" | "detailed";
            /** Chosen */
            chosen: string[];
            /** Columns Companies */
            columns_companies?: ("domains" | "members")[] | null;
            /** Columns Conversations */
            columns_conversations?: ("messages" | "updated")[] | null;
            /** Columns Invitations */
            columns_invitations?: ("role" | "company" | "sent" | "validity")[] | null;
            /** Columns Members */
            columns_members?: ("role" | "company" | "seen" | "factor")[] | null;
            /** Columns Requests */
            columns_requests?: ("asker" | "since" | "with" | "updated")[] | null;
            /**
             * Density
             * @enum {string}
             */
            density: "comfortable" | "compact";
            /**
             * Expertise
             * @enum {string}
             */
            expertise: "beginner" | "intermediate" | "expert";
            /**
             * Language
             * @enum {string}
             */
            language: "auto" | "fr" | "en";
            /** Sidebar */
            sidebar?: ("home" | "inbox" | "documents" | "requests" | "members" | "overview")[] | null;
            /**
             * Sidebar State
             * @enum {string}
             */
            sidebar_state: "open" | "folded";
            /**
             * Start Page
             * @enum {string}
             */
            start_page: "assistant" | "home" | "conversations" | "documents" | "overview";
            /**
             * Text Size
             * @enum {integer}
             */
            text_size: 100 | 125 | 150 | 200;
            /**
             * Theme
             * @enum {string}
             */
            theme: "auto" | "light" | "dark";
            /**
             * Tone
             * @enum {string}
             */
            tone: "neutral" | "friendly" | "formal";
            /** Wide Widgets */
            wide_widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
            /** Widgets */
            widgets?: ("ask" | "conversations" | "pinned" | "requests" | "notices" | "documents" | "today" | "knowledge")[] | null;
        };
        /**
         * PresenceIn
         * @description What a screen tells of its reader: that they see the conversation (until `left`), that they
         *     have read it to the end, that they are writing.
         */
        PresenceIn: {
            /**
             * Left
             * @default false
             */
            left: boolean;
            /**
             * Read
             * @default false
             */
            read: boolean;
            /**
             * Typing
             * @default false
             */
            typing: boolean;
        };
        /**
         * PreviewIn
         * @description Whose view to see.
         */
        PreviewIn: {
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
        };
        /**
         * PreviewOut
         * @description A running preview: through whose eyes, and until when.
         */
        PreviewOut: {
            /** Company */
            company: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
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
         * Provider
         * @description A way to sign in by somebody else's word; `url` is navigated to.
         */
        Provider: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "google" | "microsoft" | "oidc" | "saml";
            /** Name */
            name: string;
            /** Url */
            url: string;
        };
        /**
         * PushDeviceIn
         * @description A browser's push subscription, as its `toJSON()` has it, and a name to know it by.
         */
        PushDeviceIn: {
            /** Auth */
            auth: string;
            /** Endpoint */
            endpoint: string;
            /** Name */
            name: string;
            /** P256Dh */
            p256dh: string;
        };
        /**
         * PushDeviceOut
         * @description A browser that may be woken; by `mark`, its endpoint's SHA-256, it knows itself.
         */
        PushDeviceOut: {
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
            /** Mark */
            mark: string;
            /** Name */
            name: string;
            /** Used At */
            used_at: string | null;
        };
        /**
         * PushKeyOut
         * @description The installation's key (`applicationServerKey`), base64url.
         */
        PushKeyOut: {
            /** Key */
            key: string;
        };
        /**
         * QuestionIn
         * @description A question, in a new conversation or an earlier one that the member may ask in.
         *
         *     In an earlier one it goes on from the answer `follows`, else from the latest. With `instead_of`
         *     it is asked in the place of that answer's question, in other words or to be answered anew: both
         *     stay, as alternatives. `length` counts for this answer in the place of the member's preference,
         *     and `model` (see `GET /answer-models`) in the place of the workspace's order. `attachments` (see
         *     `POST /attachments`) are files that go with it: they are asked before the documents, in this
         *     conversation alone. So is the document that it is `about`, from which it was asked.
         */
        QuestionIn: {
            /**
             * About
             * @description a document's id
             */
            about?: string | null;
            /**
             * Attachments
             * @description attachments' ids
             * @default []
             */
            attachments: string[];
            /** Conversation Id */
            conversation_id?: string | null;
            /**
             * Follows
             * @description an answer's id
             */
            follows?: string | null;
            /**
             * Instead Of
             * @description an answer's id
             */
            instead_of?: string | null;
            /** Length */
            length?: ("short" | "normal" | "detailed") | null;
            /**
             * Model
             * @description a model's id
             */
            model?: string | null;
            /** Question */
            question: string;
        };
        /**
         * QuietHours
         * @description From when to when nothing rings, over midnight where the end comes first.
         */
        QuietHours: {
            /** End */
            end: string;
            /** Start */
            start: string;
        };
        /**
         * QuietHoursOut
         * @description From when to when nothing rings.
         */
        QuietHoursOut: {
            /** End */
            end: string;
            /** Start */
            start: string;
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
         * ReaderOut
         * @description Somebody who can read or be answered from the document, and why.
         */
        ReaderOut: {
            /** Answered */
            answered: boolean;
            because: components["schemas"]["StepOut"];
            /** Company */
            company: string;
            /** Custom Role */
            custom_role: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Reads */
            reads: boolean;
            role: components["schemas"]["Role"];
        };
        /**
         * RefusalOut
         * @description Why a sign-in was refused, as its page tells it.
         */
        RefusalOut: {
            /** Code */
            code: string;
            en: components["schemas"]["RefusalWords"];
            fr: components["schemas"]["RefusalWords"];
        };
        /**
         * RefusalWords
         * @description One language's words.
         */
        RefusalWords: {
            /** Hint */
            hint: string;
            /** Title */
            title: string;
        };
        /**
         * RequestOut
         * @description How far a conversation is that was passed to people.
         */
        RequestOut: {
            assignee: components["schemas"]["PersonOut"] | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "waiting" | "person" | "assistant" | "solved";
            /** Taken At */
            taken_at: string | null;
        };
        /**
         * Role
         * @description A member's place in a workspace; see `ROLE_PERMISSIONS`.
         * @enum {string}
         */
        Role: "admin" | "agent" | "manager" | "guest";
        /**
         * RoleChange
         * @description Changes of a custom role; a field left out stays. Its built-in role can't change.
         */
        RoleChange: {
            /** Description */
            description?: string | null;
            /** Name */
            name?: string | null;
            /** Permissions */
            permissions?: components["schemas"]["Permission"][] | null;
        };
        /**
         * RoleIn
         * @description A new custom role.
         */
        RoleIn: {
            /**
             * Base
             * @enum {string}
             */
            base: "agent" | "manager" | "guest";
            /**
             * Description
             * @default
             */
            description: string;
            /** Name */
            name: string;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
        };
        /**
         * RoleOut
         * @description A built-in role (`id` null) or a custom one, with who holds it.
         *
         *     `most` is what a custom role on this one may hold at most, `fixed` what it holds in any case.
         */
        RoleOut: {
            base: components["schemas"]["Role"];
            /** Description */
            description: string;
            /** Fixed */
            fixed: components["schemas"]["Permission"][];
            /** Holders */
            holders: string[];
            /** Id */
            id: string | null;
            /** Most */
            most: components["schemas"]["Permission"][];
            /** Name */
            name: string;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
        };
        /**
         * RoleRef
         * @description A custom role.
         */
        RoleRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Rule
         * @description Members of the provider's group get the role (built in, or a custom one).
         */
        Rule: {
            /** Company Id */
            company_id?: string | null;
            /** Custom Role Id */
            custom_role_id?: string | null;
            /** Group */
            group: string;
            /** @default guest */
            role: components["schemas"]["Role"];
        };
        /**
         * SaidOut
         * @description The same words in both languages.
         */
        SaidOut: {
            /** En */
            en: string;
            /** Fr */
            fr: string;
        };
        /**
         * SavedFilterIn
         * @description A filter to keep for a list; one of the same name is replaced.
         */
        SavedFilterIn: {
            /**
             * List
             * @enum {string}
             */
            list: "conversations" | "members" | "invitations";
            /** Name */
            name: string;
            settings: components["schemas"]["FilterSettings"];
        };
        /**
         * SavedFilterOut
         * @description A filter that the member keeps.
         */
        SavedFilterOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * List
             * @enum {string}
             */
            list: "conversations" | "members" | "invitations";
            /** Name */
            name: string;
            settings: components["schemas"]["FilterSettings"];
        };
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
         * SecretOut
         * @description A new secret, given once.
         */
        SecretOut: {
            /** Client Secret */
            client_secret: string;
        };
        /**
         * SelectionIn
         * @description Whom: `member_ids`, or everybody whom `filter` leaves but `without`; one of the two.
         */
        SelectionIn: {
            filter?: components["schemas"]["MemberWhere"] | null;
            /** Member Ids */
            member_ids?: string[] | null;
            /** Without */
            without?: string[];
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
         * ServiceOut
         * @description What the provider has to be told about us.
         */
        ServiceOut: {
            /** Acs Url */
            acs_url: string;
            /** Entity Id */
            entity_id: string;
            /** Logout Uri */
            logout_uri: string;
            /** Metadata Url */
            metadata_url: string;
            /** Redirect Uri */
            redirect_uri: string;
            /** Sls Url */
            sls_url: string;
            /** Start Url */
            start_url: string;
        };
        /**
         * SettingOut
         * @description A setting: `said` and `default` are its value and its default in words.
         *
         *     `changed` is null where nobody changed it, or the reader may not read the trail. Secrets are in
         *     none of these.
         */
        SettingOut: {
            changed: components["schemas"]["LastChangeOut"] | null;
            default: components["schemas"]["SaidOut"] | null;
            /** Differs */
            differs: boolean;
            /** Key */
            key: string;
            name: components["schemas"]["SaidOut"];
            /** Resettable */
            resettable: boolean;
            said: components["schemas"]["SaidOut"];
            /** Screen */
            screen: ("policy" | "sso" | "api-keys" | "trail" | "branding" | "models" | "meaning" | "synonyms" | "preferences") | null;
            /**
             * Section
             * @enum {string}
             */
            section: "registration" | "sign_in" | "sessions" | "keys" | "trail" | "branding" | "assistant" | "preferences";
            text: components["schemas"]["SaidOut"];
            /** Value */
            value: boolean | number | string | string[] | null;
        };
        /**
         * SharingIn
         * @description Whether the whole circle may read and write in it.
         */
        SharingIn: {
            /** Shared */
            shared: boolean;
        };
        /**
         * SharingOut
         * @description Whether it is open to the whole circle.
         */
        SharingOut: {
            /** Shared */
            shared: boolean;
        };
        /**
         * SignOutOut
         * @description Where the browser goes after signing out here; null: nowhere.
         */
        SignOutOut: {
            /** Url */
            url: string | null;
        };
        /**
         * SourceOut
         * @description How many members came in one way.
         */
        SourceOut: {
            /** Active */
            active: number;
            /** Inactive */
            inactive: number;
            /**
             * Source
             * @enum {string}
             */
            source: "invited" | "joined" | "sso" | "scim";
        };
        /**
         * SpeechOut
         * @description What this installation can do with speech.
         *
         *     `transcription`: the host that recordings are given to; null where there is none. `reading`:
         *     whether answers can be read aloud. `longest_s`: seconds of one recording.
         */
        SpeechOut: {
            /** Longest S */
            longest_s: number;
            /** Reading */
            reading: boolean;
            /** Transcription */
            transcription: string | null;
        };
        /**
         * SsoOffer
         * @description The workspace's own identity provider.
         */
        SsoOffer: {
            /** Enforced */
            enforced: boolean;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "google" | "microsoft" | "oidc" | "saml";
            /** Name */
            name: string;
            /** Url */
            url: string;
        };
        /**
         * StepOut
         * @description A reason by its code, in words, with what to change to have it otherwise.
         */
        StepOut: {
            /** Change */
            change: string;
            /** Code */
            code: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "allows" | "denies" | "tells";
            /** Reason */
            reason: string;
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
         * TagOut
         * @description A tag on a member's conversations; archived and deleted ones aren't counted.
         */
        TagOut: {
            /** Conversations */
            conversations: number;
            /** Name */
            name: string;
        };
        /**
         * TestOut
         * @description A test sign-in: where the browser goes to begin it, and later its result.
         */
        TestOut: {
            claims: components["schemas"]["ClaimsOut"] | null;
            /** Code */
            code: string;
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /** Detail */
            detail: string;
            /** Finished At */
            finished_at: string | null;
            /** Hint */
            hint: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Ok */
            ok: boolean | null;
            outcome: components["schemas"]["OutcomeOut"] | null;
            /** Start Url */
            start_url: string;
            /** Title */
            title: string;
            /** Told */
            told: {
                [key: string]: unknown;
            };
        };
        /**
         * TogetherCounts
         * @description What waits for the member: shared conversations with something unread, those in which they
         *     were mentioned since; for staff the requests nobody took, and their own.
         */
        TogetherCounts: {
            /** Mentioned */
            mentioned: number;
            /** Shared */
            shared: number;
            /** Unread */
            unread: number;
            /** Waiting */
            waiting: number | null;
            /** Yours */
            yours: number | null;
        };
        /**
         * TonesOut
         * @description The workspace's colours as each theme can show them; empty for the product's own.
         *
         *     `fill` is for buttons' grounds, `ink` for words and marks.
         */
        TonesOut: {
            /** Fill Dark */
            fill_dark: string;
            /** Fill Light */
            fill_light: string;
            /** Ink Dark */
            ink_dark: string;
            /** Ink Light */
            ink_light: string;
        };
        /**
         * TrailSettingsIn
         * @description How long the trail is kept, and where its head is sent each day.
         */
        TrailSettingsIn: {
            /**
             * Mail To
             * @default []
             */
            mail_to: string[];
            /** Retention Days */
            retention_days: number;
            /**
             * Webhook Url
             * @default
             */
            webhook_url: string;
        };
        /**
         * TrailSettingsOut
         * @description The trail's settings; `webhook_secret` is shown when it is made, this once.
         */
        TrailSettingsOut: {
            /** Failure */
            failure: string;
            /**
             * Legal Minimum Days
             * @default 365
             */
            legal_minimum_days: number;
            /** Mail Is Set Up */
            mail_is_set_up: boolean;
            /** Mail To */
            mail_to: string[];
            /** Public Key */
            public_key: string;
            /** Retention Days */
            retention_days: number;
            /** Sent At */
            sent_at: string | null;
            /** Webhook Secret */
            webhook_secret?: string | null;
            /** Webhook Url */
            webhook_url: string;
        };
        /**
         * TranscriptOut
         * @description What was said; empty when nothing was understood.
         */
        TranscriptOut: {
            /** Text */
            text: string;
        };
        /**
         * TriedOut
         * @description A question, and what became of it: the assistant's answer rested on these documents.
         */
        TriedOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Question */
            question: string;
            /** Rated */
            rated: ("up" | "down") | null;
            /** Sources */
            sources: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "answered" | "refused" | "imported";
            /** Wish */
            wish: string | null;
        };
        /**
         * UnreadOut
         * @description How many notices the member has not read.
         */
        UnreadOut: {
            /** Unread */
            unread: number;
        };
        /**
         * UnreadyOut
         * @description An active member without a second factor, and until when one is due under the policy.
         */
        UnreadyOut: {
            /** Due At */
            due_at: string | null;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
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
         * VerificationOut
         * @description What a verification of the chain found.
         */
        VerificationOut: {
            bad: components["schemas"]["BadOut"] | null;
            /** Checked */
            checked: number;
            /** Hash */
            hash: string;
            /** Ok */
            ok: boolean;
            /** Pruned Seq */
            pruned_seq: number;
            /** Seq */
            seq: number;
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
         * WaysOfKind
         * @description How one kind of notice is told beside the inbox.
         */
        WaysOfKind: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "request" | "unanswered" | "assigned" | "message" | "mention" | "export";
            /**
             * Mail
             * @enum {string}
             */
            mail: "now" | "daily" | "never";
            /** Push */
            push: boolean;
        };
        /**
         * WaysOut
         * @description How one kind of notice is told beside the inbox.
         */
        WaysOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "request" | "unanswered" | "assigned" | "message" | "mention" | "export";
            /**
             * Mail
             * @enum {string}
             */
            mail: "now" | "daily" | "never";
            /** Push */
            push: boolean;
        };
        /**
         * WorkspaceBranding
         * @description The workspace's name, colours (`#rrggbb` or empty), words and logo.
         *
         *     `domain` is where the workspace would like to be; it is kept, and not yet served.
         */
        WorkspaceBranding: {
            /** Accent */
            accent: string;
            /** Domain */
            domain: string;
            /** Logo Url */
            logo_url: string | null;
            /** Name */
            name: string;
            /** Primary */
            primary: string;
            /** Sender */
            sender: string;
            /** Slug */
            slug: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * WorkspaceChoice
         * @description The workspace to open.
         */
        WorkspaceChoice: {
            /**
             * Workspace Id
             * Format: uuid
             */
            workspace_id: string;
        };
        /**
         * WorkspaceOut
         * @description The workspace that the credential opens; `closes_at` is when it is to be deleted.
         */
        WorkspaceOut: {
            /** Closes At */
            closes_at?: string | null;
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
         * @description A workspace of the user; `needs` says what it still asks of this sign-in.
         */
        WorkspaceRefOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Needs
             * @enum {string}
             */
            needs: "" | "sso" | "mfa" | "sign_in" | "method";
            role: components["schemas"]["Role"];
        };
        /**
         * WrittenIn
         * @description What a person writes to the others; those mentioned are told of it.
         */
        WrittenIn: {
            /**
             * Mentions
             * @description members' ids
             * @default []
             */
            mentions: string[];
            /** Text */
            text: string;
        };
        /**
         * ConnectionIn
         * @description A new connection; it is set up afterwards.
         */
        netz__sso__schemas__ConnectionIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "oidc" | "saml";
            /** Name */
            name: string;
        };
        /**
         * ConnectionIn
         * @description What the application may still do, of what was allowed.
         */
        netz__workspaces__schemas__oauth__ConnectionIn: {
            /** Scopes */
            scopes: (("openid" | "profile" | "email") | ("profile.read" | "answers.ask" | "conversations.read" | "documents.read" | "documents.manage" | "search.use" | "members.read" | "companies.read" | "events.stream"))[];
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
    delete_account_api_v2_account_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
        };
    };
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
    list_answer_models_api_v2_answer_models_get: {
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
                    "application/json": components["schemas"]["AnswerModelsOut"];
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
    read_answer_api_v2_answers__answer_id__speech_get: {
        parameters: {
            query?: {
                part?: number;
            };
            header?: never;
            path: {
                answer_id: string;
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
                    "audio/mpeg": unknown;
                    "audio/wav": unknown;
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
    read_key_policy_api_v2_api_key_policy_get: {
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
                    "application/json": components["schemas"]["KeyPolicyOut"];
                };
            };
        };
    };
    change_key_policy_api_v2_api_key_policy_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyPolicyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPolicyOut"];
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
            query?: {
                q?: string;
                state?: ("expiring" | "unused") | null;
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
                    "application/json": components["schemas"]["Page_ApiKeyOut_"];
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
    rotate_key_api_v2_api_keys__key_id__rotation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
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
    attach_api_v2_attachments_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_attach_api_v2_attachments_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentOut"];
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
    read_attachment_api_v2_attachments__attachment_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment_id: string;
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
                    "application/json": components["schemas"]["AttachmentText"];
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
    remove_attachment_api_v2_attachments__attachment_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment_id: string;
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
    read_attached_file_api_v2_attachments__attachment_id__file_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment_id: string;
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
    read_branding_api_v2_branding_get: {
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
                    "application/json": components["schemas"]["WorkspaceBranding"];
                };
            };
        };
    };
    change_branding_api_v2_branding_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrandingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceBranding"];
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
    change_logo_api_v2_branding_logo_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_change_logo_api_v2_branding_logo_put"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceBranding"];
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
    delete_logo_api_v2_branding_logo_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
        };
    };
    read_logo_api_v2_branding__slug__logo_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                    "application/json": unknown;
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
    list_company_details_api_v2_companies_details_get: {
        parameters: {
            query?: {
                /** @description words of name or domain */
                search?: string;
                sort?: "name" | "-name" | "members" | "-members";
                cursor?: string | null;
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
                    "application/json": components["schemas"]["Page_CompanyDetail_"];
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
    remove_company_api_v2_companies__company_id__delete: {
        parameters: {
            query?: {
                move_to?: string | null;
            };
            header?: never;
            path: {
                company_id: string;
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
    edit_company_api_v2_companies__company_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                company_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyDetail"];
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
    read_configuration_api_v2_configuration_get: {
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
                    "application/json": components["schemas"]["Page_SettingOut_"];
                };
            };
        };
    };
    reset_to_default_api_v2_configuration__key__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["SettingOut"];
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
    count_conversations_api_v2_conversation_counts_get: {
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
                    "application/json": components["schemas"]["TogetherCounts"];
                };
            };
        };
    };
    list_conversation_exports_api_v2_conversation_exports_get: {
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
                    "application/json": components["schemas"]["Page_ConversationExportOut_"];
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
    start_conversation_export_api_v2_conversation_exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationExportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationExportOut"];
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
    read_conversation_export_api_v2_conversation_exports__export_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/json": components["schemas"]["ConversationExportOut"];
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
    delete_conversation_export_api_v2_conversation_exports__export_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
    cancel_conversation_export_api_v2_conversation_exports__export_id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/json": components["schemas"]["ConversationExportOut"];
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
    download_conversation_export_api_v2_conversation_exports__export_id__file_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/json": unknown;
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "application/zip": unknown;
                    "text/csv; charset=utf-8": unknown;
                    "text/markdown; charset=utf-8": unknown;
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
    list_folders_api_v2_conversation_folders_get: {
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
                    "application/json": components["schemas"]["ConversationFoldersOut"];
                };
            };
        };
    };
    make_folder_api_v2_conversation_folders_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationFolderIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationFolderOut"];
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
    change_folder_api_v2_conversation_folders__folder_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                folder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationFolderIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationFolderOut"];
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
    remove_folder_api_v2_conversation_folders__folder_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                folder_id: string;
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
    withdraw_link_api_v2_conversation_links__link_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
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
    list_conversations_api_v2_conversations_get: {
        parameters: {
            query?: {
                of?: "own" | "company" | "shared" | "requests";
                state?: "active" | "archived" | "deleted";
                request?: ("waiting" | "person" | "yours" | "assistant" | "solved") | null;
                folder?: string | null;
                tag?: string | null;
                pinned?: boolean | null;
                /** @description words of the title */
                search?: string;
                outcome?: ("answered" | "refused" | "imported") | null;
                rated?: ("up" | "down") | null;
                language?: ("fr" | "en") | null;
                since?: string | null;
                until?: string | null;
                /** @description a member's id */
                person?: string | null;
                company?: string | null;
                sort?: "updated" | "-updated" | "title" | "-title";
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
    change_conversations_api_v2_conversations_changes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyConversationsChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyConversationsOut"];
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
    export_conversations_api_v2_conversations_exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationsExport"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "text/csv; charset=utf-8": unknown;
                    "text/markdown; charset=utf-8": unknown;
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
    import_from_elsewhere_api_v2_conversations_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_from_elsewhere_api_v2_conversations_imports_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationsImportOut"];
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
    search_conversations_api_v2_conversations_search_get: {
        parameters: {
            query: {
                q: string;
                of?: "any" | "own" | "company";
                state?: ("active" | "archived") | null;
                folder?: string | null;
                tag?: string | null;
                pinned?: boolean | null;
                outcome?: ("answered" | "refused" | "imported") | null;
                rated?: ("up" | "down") | null;
                language?: ("fr" | "en") | null;
                since?: string | null;
                until?: string | null;
                /** @description a member's id */
                person?: string | null;
                company?: string | null;
                /** @description a document's id */
                source?: string | null;
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
                    "application/json": components["schemas"]["ConversationsFound"];
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
                    "application/json": components["schemas"]["OpenConversation"];
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
    delete_conversation_api_v2_conversations__conversation_id__delete: {
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
    change_conversation_api_v2_conversations__conversation_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingOut"];
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
    set_assignment_api_v2_conversations__conversation_id__assignment_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentIn"];
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
    list_candidates_api_v2_conversations__conversation_id__candidates_get: {
        parameters: {
            query?: {
                search?: string;
            };
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
                    "application/json": components["schemas"]["CandidatesOut"];
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
    list_links_api_v2_conversations__conversation_id__links_get: {
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
                    "application/json": components["schemas"]["ConversationLinksOut"];
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
    make_link_api_v2_conversations__conversation_id__links_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationLinkIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewConversationLinkOut"];
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
    write_message_api_v2_conversations__conversation_id__messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageOut"];
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
    write_note_api_v2_conversations__conversation_id__notes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrittenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteOut"];
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
    let_in_api_v2_conversations__conversation_id__people_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantsOut"];
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
    take_out_api_v2_conversations__conversation_id__people__member_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
                member_id: string;
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
    be_there_api_v2_conversations__conversation_id__presence_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantsOut"];
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
    restore_conversation_api_v2_conversations__conversation_id__restoration_post: {
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
                    "application/json": components["schemas"]["FilingOut"];
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
    set_sharing_api_v2_conversations__conversation_id__sharing_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingOut"];
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
    read_summary_api_v2_conversations__conversation_id__summary_get: {
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
                    "application/json": components["schemas"]["ConversationSummaryOut"];
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
    list_readers_api_v2_documents__document_id__readers_get: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description items a page */
                limit?: number;
            };
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
                    "application/json": components["schemas"]["Page_ReaderOut_"];
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
    list_habits_api_v2_habits_get: {
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
                    "application/json": components["schemas"]["HabitsOut"];
                };
            };
        };
    };
    erase_habits_api_v2_habits_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
        };
    };
    choose_learning_api_v2_habits_learning_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HabitLearning"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HabitsOut"];
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
    erase_habit_api_v2_habits__habit_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                habit_id: string;
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
    change_habit_api_v2_habits__habit_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                habit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HabitChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HabitOut"];
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
    list_invitations_api_v2_invitations_get: {
        parameters: {
            query?: {
                /** @description part of the address */
                search?: string;
                status?: ("open" | "expired") | null;
                role?: components["schemas"]["Role"] | null;
                custom_role_id?: string | null;
                company_id?: string | null;
                sort?: "created" | "-created" | "email" | "-email" | "expires" | "-expires";
                cursor?: string | null;
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
                    "application/json": components["schemas"]["Page_InvitationOut_"];
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
    change_invitations_api_v2_invitations_changes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationChangesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationChangesOut"];
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
    resend_invitation_api_v2_invitations__invitation_id__resend_post: {
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
            200: {
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
    change_preferences_api_v2_me_preferences_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOut"];
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
    start_preview_api_v2_me_preview_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    end_preview_api_v2_me_preview_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
        };
    };
    switch_workspace_api_v2_me_workspace_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceChoice"];
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
    list_workspaces_api_v2_me_workspaces_get: {
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
                    "application/json": components["schemas"]["Page_WorkspaceRefOut_"];
                };
            };
        };
    };
    list_members_api_v2_members_get: {
        parameters: {
            query?: {
                /** @description words of name or address, in any order */
                search?: string;
                role?: components["schemas"]["Role"] | null;
                custom_role_id?: string | null;
                company_id?: string | null;
                active?: boolean | null;
                source?: ("invited" | "joined" | "sso" | "scim") | null;
                /** @description needs `security.manage` */
                second_factor?: boolean | null;
                /** @description `long_ago`: not for 90 days */
                seen?: ("week" | "month" | "long_ago" | "never") | null;
                sort?: "created" | "-created" | "name" | "-name" | "email" | "-email" | "role" | "-role" | "company" | "-company" | "seen" | "-seen";
                cursor?: string | null;
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
    change_members_api_v2_members_changes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChangesDone"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePlanOut"];
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
    preview_changes_api_v2_members_changes_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChangesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePlanOut"];
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
    undo_changes_api_v2_members_changes__change_id__restoration_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
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
                    "application/json": components["schemas"]["ChangePlanOut"];
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
    count_members_api_v2_members_counts_get: {
        parameters: {
            query?: {
                /** @description words of name or address, in any order */
                search?: string;
                role?: components["schemas"]["Role"] | null;
                custom_role_id?: string | null;
                company_id?: string | null;
                active?: boolean | null;
                source?: ("invited" | "joined" | "sso" | "scim") | null;
                /** @description needs `security.manage` */
                second_factor?: boolean | null;
                /** @description `long_ago`: not for 90 days */
                seen?: ("week" | "month" | "long_ago" | "never") | null;
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
                    "application/json": components["schemas"]["MemberCountsOut"];
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
    export_members_api_v2_members_export_get: {
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
    import_members_api_v2_members_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_members_api_v2_members_import_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOut"];
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
    preview_import_api_v2_members_import_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_preview_import_api_v2_members_import_preview_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOut"];
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
    read_access_api_v2_members__member_id__access_get: {
        parameters: {
            query?: {
                document?: string | null;
            };
            header?: never;
            path: {
                member_id: string;
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
                    "application/json": components["schemas"]["AccessOut"];
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
    reset_factors_api_v2_members__member_id__second_factors_reset_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
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
    end_sessions_api_v2_members__member_id__sessions_end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
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
    join_workspace_api_v2_memberships_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoiningIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipOut"];
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
    list_offers_api_v2_memberships_offers_get: {
        parameters: {
            query?: {
                /** @description a workspace's slug */
                workspace?: string;
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
                    "application/json": components["schemas"]["Page_OfferOut_"];
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
    read_choices_api_v2_notice_choices_get: {
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
                    "application/json": components["schemas"]["NoticeChoicesOut"];
                };
            };
        };
    };
    change_choices_api_v2_notice_choices_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeChoicesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeChoicesOut"];
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
    list_notices_api_v2_notices_get: {
        parameters: {
            query?: {
                unread?: boolean;
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
                    "application/json": components["schemas"]["Page_NoticeOut_"];
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
    count_notices_api_v2_notices_count_get: {
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
                    "application/json": components["schemas"]["UnreadOut"];
                };
            };
        };
    };
    read_notices_api_v2_notices_read_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticesRead"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadOut"];
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
    list_applications_api_v2_oauth_applications_get: {
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
                    "application/json": components["schemas"]["Page_ApplicationOut_"];
                };
            };
        };
    };
    register_application_api_v2_oauth_applications_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApplicationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
    change_application_api_v2_oauth_applications__application_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationChangeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
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
    delete_application_api_v2_oauth_applications__application_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
    rotate_secret_api_v2_oauth_applications__application_id__secret_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
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
                    "application/json": components["schemas"]["SecretOut"];
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
    read_authorization_api_v2_oauth_authorization_get: {
        parameters: {
            query: {
                query: string;
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
                    "application/json": components["schemas"]["AuthorizationOut"];
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
    answer_authorization_api_v2_oauth_authorization_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationOut"];
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
    list_connections_api_v2_oauth_connections_get: {
        parameters: {
            query?: {
                everyone?: boolean;
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
                    "application/json": components["schemas"]["Page_ConnectedOut_"];
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
    withdraw_connection_api_v2_oauth_connections__connection_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
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
    narrow_connection_api_v2_oauth_connections__connection_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["netz__workspaces__schemas__oauth__ConnectionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectedOut"];
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
    read_overview_api_v2_overview_get: {
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
                    "application/json": components["schemas"]["OverviewOut"];
                };
            };
        };
    };
    read_defaults_api_v2_preference_defaults_get: {
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
                    "application/json": components["schemas"]["Page_DefaultsOut_"];
                };
            };
        };
    };
    change_defaults_api_v2_preference_defaults__role__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: components["schemas"]["Role"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefaultsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefaultsOut"];
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
    list_devices_api_v2_push_devices_get: {
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
                    "application/json": components["schemas"]["Page_PushDeviceOut_"];
                };
            };
        };
    };
    add_device_api_v2_push_devices_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushDeviceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushDeviceOut"];
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
    remove_device_api_v2_push_devices__device_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
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
    try_device_api_v2_push_devices__device_id__trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
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
                    "application/json": components["schemas"]["PushDeviceOut"];
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
    read_push_key_api_v2_push_key_get: {
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
                    "application/json": components["schemas"]["PushKeyOut"];
                };
            };
        };
    };
    list_roles_api_v2_roles_get: {
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
                    "application/json": components["schemas"]["Page_RoleOut_"];
                };
            };
        };
    };
    create_role_api_v2_roles_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"];
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
    delete_role_api_v2_roles__role_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: string;
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
    change_role_api_v2_roles__role_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"];
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
    list_filters_api_v2_saved_filters_get: {
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
                    "application/json": components["schemas"]["Page_SavedFilterOut_"];
                };
            };
        };
    };
    keep_filter_api_v2_saved_filters_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedFilterIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilterOut"];
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
    remove_filter_api_v2_saved_filters__filter_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filter_id: string;
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
    read_policy_api_v2_security_policy_get: {
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
                    "application/json": components["schemas"]["PolicyOut"];
                };
            };
        };
    };
    change_policy_api_v2_security_policy_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOut"];
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
    read_by_link_api_v2_shared_conversations__token__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
    sign_in_options_api_v2_sign_in_options_get: {
        parameters: {
            query?: {
                email?: string;
                workspace?: string;
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
                    "application/json": components["schemas"]["OptionsOut"];
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
    refusal_api_v2_sign_in_refusal_get: {
        parameters: {
            query: {
                code: string;
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
                    "application/json": components["schemas"]["RefusalOut"];
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
    describe_speech_api_v2_speech_get: {
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
                    "application/json": components["schemas"]["SpeechOut"];
                };
            };
        };
    };
    transcribe_api_v2_speech_transcriptions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_transcribe_api_v2_speech_transcriptions_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptOut"];
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
    list_connections_api_v2_sso_connections_get: {
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
                    "application/json": components["schemas"]["Page_ConnectionOut_"];
                };
            };
        };
    };
    add_connection_api_v2_sso_connections_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["netz__sso__schemas__ConnectionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionOut"];
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
    get_connection_api_v2_sso_connections__connection_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
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
                    "application/json": components["schemas"]["ConnectionOut"];
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
    remove_connection_api_v2_sso_connections__connection_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
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
    change_connection_api_v2_sso_connections__connection_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionOut"];
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
    list_links_api_v2_sso_connections__connection_id__links_get: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path: {
                connection_id: string;
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
                    "application/json": components["schemas"]["Page_LinkOut_"];
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
    release_link_api_v2_sso_connections__connection_id__links__member_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
                member_id: string;
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
    import_metadata_api_v2_sso_connections__connection_id__metadata_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetadataIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionOut"];
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
    begin_test_api_v2_sso_connections__connection_id__tests_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestOut"];
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
    get_directory_api_v2_sso_directory_get: {
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
                    "application/json": components["schemas"]["DirectoryOut"];
                };
            };
        };
    };
    list_directory_groups_api_v2_sso_directory_groups_get: {
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
                    "application/json": components["schemas"]["Page_DirectoryGroupOut_"];
                };
            };
        };
    };
    map_directory_group_api_v2_sso_directory_groups__group_id__role_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMappingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryGroupOut"];
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
    discover_api_v2_sso_discovery_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryOut"];
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
    list_domains_api_v2_sso_domains_get: {
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
                    "application/json": components["schemas"]["Page_DomainOut_"];
                };
            };
        };
    };
    add_domain_api_v2_sso_domains_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainOut"];
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
    remove_domain_api_v2_sso_domains__domain_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain_id: string;
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
    bind_domain_api_v2_sso_domains__domain_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainOut"];
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
    check_domain_api_v2_sso_domains__domain_id__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain_id: string;
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
                    "application/json": components["schemas"]["DomainOut"];
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
    get_enforcement_api_v2_sso_enforcement_get: {
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
                    "application/json": components["schemas"]["EnforcementOut"];
                };
            };
        };
    };
    set_enforcement_api_v2_sso_enforcement_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnforcementIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnforcementOut"];
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
    provider_sign_out_api_v2_sso_sign_out_get: {
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
                    "application/json": components["schemas"]["SignOutOut"];
                };
            };
        };
    };
    get_test_api_v2_sso_tests__test_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                test_id: string;
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
                    "application/json": components["schemas"]["TestOut"];
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
    list_entries_api_v2_trail_entries_get: {
        parameters: {
            query?: {
                member_id?: string | null;
                /** @description an action, or its noun (member) */
                action?: string;
                /** @description what it was done to, as target_kind says */
                kind?: string;
                outcome?: "" | "done" | "refused";
                ip?: string;
                since?: string | null;
                until?: string | null;
                /** @description words in names, actions and values */
                text?: string;
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
                    "application/json": components["schemas"]["Page_EntryOut_"];
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
    export_api_v2_trail_exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": unknown;
                    "text/csv; charset=utf-8": unknown;
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
    read_head_api_v2_trail_head_get: {
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
                    "application/json": components["schemas"]["HeadOut"];
                };
            };
        };
    };
    send_head_api_v2_trail_head_sending_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["HeadOut"];
                };
            };
        };
    };
    read_settings_api_v2_trail_settings_get: {
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
                    "application/json": components["schemas"]["TrailSettingsOut"];
                };
            };
        };
    };
    change_settings_api_v2_trail_settings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrailSettingsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrailSettingsOut"];
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
    verify_api_v2_trail_verification_post: {
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
                    "application/json": components["schemas"]["VerificationOut"];
                };
            };
        };
    };
    read_deletion_api_v2_workspace_deletion_get: {
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
                    "application/json": components["schemas"]["DeletionOut"];
                };
            };
        };
    };
    ask_for_deletion_api_v2_workspace_deletion_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeletionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionOut"];
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
    take_deletion_back_api_v2_workspace_deletion_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
        };
    };
    list_exports_api_v2_workspace_exports_get: {
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
                    "application/json": components["schemas"]["Page_ExportOfWorkspace_"];
                };
            };
        };
    };
    start_export_api_v2_workspace_exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportOfWorkspaceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOfWorkspace"];
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
    read_export_api_v2_workspace_exports__export_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/json": components["schemas"]["ExportOfWorkspace"];
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
    cancel_export_api_v2_workspace_exports__export_id__cancellation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/json": components["schemas"]["ExportOfWorkspace"];
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
    download_export_api_v2_workspace_exports__export_id__file_get: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path: {
                export_id: string;
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
                    "application/zip": unknown;
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
    make_link_api_v2_workspace_exports__export_id__link_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportLink"];
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
