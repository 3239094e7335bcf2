/**
 * WeCom's HTTP API: access tokens, connections with limits, and what each error code means. It is the one
 * place that calls WeCom through WxJava; it knows neither what is said nor to whom.
 */
@NullMarked
package io.qunbot.wecom.api;

import org.jspecify.annotations.NullMarked;
