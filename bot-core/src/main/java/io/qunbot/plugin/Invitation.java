package io.qunbot.plugin;

/**
 * A way from the groups of one profile to those of another: somebody is invited, and joins or does not.
 *
 * @param to the profile whose groups they are invited to
 * @param way the {@code state} of the join way by which they come
 */
public record Invitation(String to, String way) {}
