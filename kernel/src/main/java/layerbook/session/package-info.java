/**
 * JShell as a session: run a snippet, report what it changed. The only package that sees jdk.jshell, and the one facade of words that a user
 * types ({@code Nn}). May import {@code lesson} and what lies behind it.
 */
package layerbook.session;
