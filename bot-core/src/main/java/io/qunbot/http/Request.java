package io.qunbot.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;

/**
 * A whole request.
 *
 * @param path without the query, not decoded
 * @param query behind the {@code ?}, not decoded; empty when there is none
 * @param from who is connected, which may be a proxy
 */
@SuppressWarnings("ArrayRecordComponent") // the body is read once and never compared
public record Request(String method, String path, String query, HttpHeaders headers, byte[] body, InetAddress from) {}
