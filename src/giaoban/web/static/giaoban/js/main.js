// Every page loads this one module; each import is one idea and works alone.
import "./menus.js";
import "./dialogs.js";
import "./keys.js";
import "./toasts.js";
import "./drafts.js";
import "./once.js";
import "./selection.js";
import "./filters.js";
import "./units.js";
import "./errors.js";
import "./printing.js";
import "./leaving.js";
import "./folds.js";
