/** The start: styles, the theme, the application. */
import { mount } from "svelte";
import App from "./App.svelte";
import { session } from "./api/session.svelte";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";

void session.load();
mount(App, { target: document.getElementById("app")! });
