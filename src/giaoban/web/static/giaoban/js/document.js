// A document that is only looked at: each import is one idea.
import "./review_panes.js";
import { showChosen } from "./document_views.js";

showChosen();
