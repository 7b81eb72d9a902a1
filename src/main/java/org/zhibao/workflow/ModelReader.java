package org.zhibao.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that somebody sent: without document types, so without entities. */
final class ModelReader {

    private static final String DEEPEST = "100";

    private ModelReader() {
    }

    /** The root element, or nothing if this is no such XML. */
    static Optional<Element> root(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // deeper ones are nobody's drawing, and would exhaust whoever walks through them
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // it would print what it does not understand
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(builder.parse(new ByteArrayInputStream(content)).getDocumentElement());
        } catch (SAXException notXml) {
            return Optional.empty();
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the text declares a document type; only to say so, it is not read either way. */
    static boolean declaresType(byte[] content) {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)
                .anyMatch(encoding -> new String(content, encoding).contains("<!DOCTYPE"));
    }
}
