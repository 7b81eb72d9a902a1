package org.zhibao.filing.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDrafts;

/** The review rules of one report, for the browser in which it is filled in. */
@RestController
class LiveRulesApi {

    private final FilingDrafts drafts;
    private final ObjectMapper json;

    LiveRulesApi(FilingDrafts drafts, ObjectMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    /** {@link org.zhibao.rule.LiveRules}; a browser that has the same already is told so (304). */
    @GetMapping("/api/v1/filings/{id}/rules")
    ResponseEntity<byte[]> rules(@PathVariable long id, Actor actor, WebRequest request) throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(drafts.rules(id, actor));
        String etag = '"' + DigestUtils.md5DigestAsHex(body) + '"';
        if (request.checkNotModified(etag)) {
            return null;
        }
        return ResponseEntity.ok().eTag(etag).cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
