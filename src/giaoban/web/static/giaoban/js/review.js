// The review of a document: each import is one idea.
import "./review_panes.js";
import "./document_views.js";
import "./review_cards.js";
import "./review_fields.js";
import "./review_steps.js";
import "./review_text.js";
import "./review_chosen.js";
import "./review_rest.js";

// A key that follows at once must find the buttons of the new card at work, not only drawn.
htmx.config.defaultSettleDelay = 0;
