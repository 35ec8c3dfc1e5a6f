"""Addresses of documents and of their review."""

from django.urls import path

from giaoban.web.documents import quality, repeating, review, views

urlpatterns = [
    path("", views.list_documents, name="document-list"),
    path("them/", views.add, name="document-add"),
    path("chat-luong-doc/", quality.quality, name="reader-quality"),
    path("chat-luong-doc/chi-dao/", quality.quality_list, name="reader-quality-list"),
    path("da-tung-chi-dao/", repeating.search, name="said-before"),
    path("lap-lai/<int:repetition_id>/dung/", repeating.agree, name="repetition-agree"),
    path("lap-lai/<int:repetition_id>/khong/", repeating.refuse, name="repetition-refuse"),
    path("lap-lai/<int:repetition_id>/hoan-tac/", repeating.reopen, name="repetition-reopen"),
    path("<int:document_id>/", views.show, name="document-page"),
    path("<int:document_id>/dang-doc/", views.reading_progress, name="document-progress"),
    path("<int:document_id>/doc-lai/", views.ask_again, name="document-read-again"),
    path("<int:document_id>/tep/", views.download, name="document-file"),
    path("<int:document_id>/trang/<int:number>/", views.picture, name="document-picture"),
    path("<int:document_id>/hoi-nghi/", views.facts, name="document-facts"),
    path("<int:document_id>/giao/", review.give, name="document-give"),
    path("<int:document_id>/ra-soat/", review.review, name="document-review"),
    path("<int:document_id>/ra-soat/con-lai/", review.rest, name="review-rest"),
    path("<int:document_id>/ra-soat/xac-nhan/", review.sign, name="review-sign"),
    path("<int:document_id>/ra-soat/them/", review.add, name="review-add"),
    path("<int:document_id>/ra-soat/gop/", review.merge, name="review-merge"),
    path("<int:document_id>/ra-soat/nhan/", review.accept_shown, name="review-accept-shown"),
    path("<int:document_id>/ra-soat/bo/", review.reject_shown, name="review-reject-shown"),
    path("<int:document_id>/ra-soat/hoan-tac/", review.undo, name="review-undo"),
    path("<int:document_id>/ra-soat/lam-lai/", review.redo, name="review-redo"),
    path("chi-dao/<int:directive_id>/", review.card, name="directive-card"),
    path("chi-dao/<int:directive_id>/nhan/", review.accept, name="directive-accept"),
    path("chi-dao/<int:directive_id>/bo/", review.reject, name="directive-reject"),
    path("chi-dao/<int:directive_id>/mo-lai/", review.reopen, name="directive-reopen"),
    path("chi-dao/<int:directive_id>/sua/", review.edit, name="directive-edit"),
    path("chi-dao/<int:directive_id>/doan/", review.respan, name="directive-span"),
    path("chi-dao/<int:directive_id>/mep/", review.edge, name="directive-edge"),
    path("chi-dao/<int:directive_id>/tach/", review.split, name="directive-split"),
    path("chi-dao/<int:directive_id>/don-vi/", review.unit_add, name="directive-unit-add"),
    path("chi-dao/<int:directive_id>/bo-don-vi/", review.unit_drop, name="directive-unit-drop"),
]
