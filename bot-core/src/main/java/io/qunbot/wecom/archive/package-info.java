/**
 * The session archive (会话存档, WeCom's document 91774): pages of messages, opened and read. It pulls and reads; what
 * becomes of the messages is for those who ask.
 */
@NullMarked
package io.qunbot.wecom.archive;

import org.jspecify.annotations.NullMarked;
